// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Kind;
import java.time.Duration;
import java.time.Instant;

/**
 * Says when the platform's clock goes another way. It is right, whatever it shows: a difference
 * that is there at the beginning is only noted. One that comes about later is a condition, until
 * everybody has seen it and all that was dated before it is old. Used by one thread.
 */
final class ShiftWatch {
    /** By the wall: longer than any reading is fresh, and than whoever watches looks away. */
    private static final Duration STANDS = Duration.ofMinutes(10);

    private final Conditions conditions;
    private Duration known;
    private Instant until = Instant.MIN;

    /**
     * A watch that begins now.
     *
     * @param shift how far what is decided by is ahead of the platform's clock
     */
    ShiftWatch(Duration shift, Conditions conditions) {
        this.conditions = conditions;
        this.known = shift;
        conditions.clear(Kind.CLOCK_SHIFTED, "");
        if (!shift.isZero()) {
            String apart = apart(shift, "ahead of the journal's", "behind the journal's");
            conditions.note(
                    "the platform's clock is %s: what it dates is shifted".formatted(apart));
        }
    }

    /** Takes note of the shift now. */
    void meet(Duration shift) {
        if (!shift.equals(known)) {
            conditions.raise(Kind.CLOCK_SHIFTED, "", sentence(shift.minus(known), shift));
            known = shift;
            until = conditions.now().plus(STANDS);
        } else if (!conditions.now().isBefore(until)) {
            conditions.clear(Kind.CLOCK_SHIFTED, "");
        }
    }

    private static String sentence(Duration step, Duration shift) {
        return "the platform's clock went %s, as when it is started again or held up: what it dates"
                        .formatted(apart(step, "forward", "back"))
                + (shift.isZero()
                        ? " is no longer shifted"
                        : " is shifted, and times of day that were learned are off by "
                                + seconds(shift));
    }

    private static String apart(Duration shift, String ahead, String behind) {
        return seconds(shift) + " " + (shift.isNegative() ? ahead : behind);
    }

    private static String seconds(Duration shift) {
        return shift.abs().toSeconds() + " s";
    }
}
