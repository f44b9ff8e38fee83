// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

/** The steps of a series that an event touches: from {@code first} to {@code end}, exclusive. */
record EventSpan(String name, long first, long end) {
    /** An event's course is told apart in so many phases of equal length. */
    static final int PHASES = 4;

    /** The phase that a step of the span belongs to, from 0. */
    int phase(long step) {
        return (int) ((step - first) * PHASES / (end - first));
    }

    /** Every how many steps a sample must be kept, for {@code most} of them to span a phase. */
    long stride(int most) {
        return Math.max(1, Math.ceilDiv(end - first, (long) PHASES * most));
    }
}
