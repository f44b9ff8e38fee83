// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

/**
 * How often a peer takes its turn, whatever the steps: as soon as its period is over. Not
 * thread-safe.
 */
final class Period {
    private final long seconds;
    private long next;

    Period(long seconds) {
        this.seconds = seconds;
    }

    /** Whether it is due at this second, which then is its turn; the first is the first of all. */
    boolean takeTurn(long second) {
        if (second < next) {
            return false;
        }
        next = second + seconds;
        return true;
    }
}
