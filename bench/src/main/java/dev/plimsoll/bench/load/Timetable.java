// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import java.time.Duration;

/**
 * What happens when, from the fleet's start: the controller learns what a replica carries; demand
 * stands still; demand moves; the controller is ended and started again. By the fleet's clock.
 */
record Timetable(Duration learning, Duration measured) {
    private static final Duration RESTARTS = Duration.ofMinutes(30);

    /** From here on demand stands still, and it is measured. */
    Duration quiet() {
        return learning;
    }

    /** From here on demand moves. */
    Duration busy() {
        return learning.plus(measured.dividedBy(2));
    }

    /** Here demand turns back. */
    Duration top() {
        return learning.plus(measured.multipliedBy(3).dividedBy(4));
    }

    /** Here demand is as before, and nothing more is measured. */
    Duration end() {
        return learning.plus(measured);
    }

    /** Long enough for all that comes after. */
    Duration scenario() {
        return end().plus(RESTARTS);
    }
}
