// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import java.time.Duration;

/** How far ahead is looked. */
enum Horizon {
    FIVE_MINUTES(Duration.ofMinutes(5)),
    HALF_HOUR(Duration.ofMinutes(30)),
    TWO_HOURS(Duration.ofHours(2)),
    DAY(Duration.ofHours(24));

    /** A forecast of more steps than that is not asked for. */
    static final int MOST_STEPS = 10_000;

    /** So that a quotient that is whole but for rounding is taken as whole. */
    private static final double ROUNDING = 1e-9;

    private final Duration duration;

    Horizon(Duration duration) {
        this.duration = duration;
    }

    Duration duration() {
        return duration;
    }

    long seconds() {
        return duration.toSeconds();
    }

    /** How many whole steps it holds; it may be none. */
    int steps(double stepSeconds) {
        return (int) Math.min(MOST_STEPS + 1, seconds() / stepSeconds + ROUNDING);
    }
}
