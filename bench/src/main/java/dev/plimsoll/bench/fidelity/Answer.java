// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

/**
 * What a server says to a request.
 *
 * @param server its number
 * @param wokeLateMicros how long after the request was due to end its slot was awake
 */
record Answer(int server, long wokeLateMicros) {
    /** Reads the text that {@link #text} made. */
    static Answer of(String text) {
        int space = text.indexOf(' ');
        return new Answer(
                Integer.parseInt(text, 0, Math.max(0, space), 10),
                Long.parseLong(text, space + 1, text.length(), 10));
    }

    String text() {
        return server + " " + wokeLateMicros;
    }
}
