// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

/**
 * A place in a file.
 *
 * @param path from the top of the document: {@code spec.events[2].at}
 * @param text what stands there, empty where nothing does
 */
record Place(Problems problems, int line, String path, String text) {
    /** The same, shown in another way. */
    Place showing(String shown) {
        return new Place(problems, line, path, shown);
    }

    void refuse(String mend) {
        problems.add(line, path, text, mend);
    }
}
