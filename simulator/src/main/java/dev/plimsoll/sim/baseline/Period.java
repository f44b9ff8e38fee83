// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

/**
 * How often a peer takes its turn, whatever the steps: at the first step at which a period is over.
 * A step that comes late for one does not put off the next; one for which several are over is one
 * turn. Not thread-safe.
 */
final class Period {
    private final long seconds;
    private long next;

    Period(long seconds) {
        this.seconds = seconds;
    }

    /** Whether it is due at this second, which then is its turn; the first is at once. */
    boolean takeTurn(long second) {
        if (second < next) {
            return false;
        }
        next += Math.ceilDiv(second + 1 - next, seconds) * seconds;
        return true;
    }
}
