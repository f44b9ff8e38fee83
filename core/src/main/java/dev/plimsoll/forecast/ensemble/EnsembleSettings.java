// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.smoothing.Season;
import java.time.Duration;

/**
 * What all series of one step share: thousands of {@link EnsembleForecaster}s can be made from one.
 * Immutable.
 */
public final class EnsembleSettings {
    private static final Duration SHORTEST_STEP = Duration.ofMillis(1);
    private static final Duration LONGEST_STEP = Duration.ofDays(366);
    private static final double HOUR = 3_600;
    private static final int DAY_SLOTS = 288;
    private static final int WEEK_SLOTS = 672;
    private static final int MOST_STEPS = 100_000;

    private final double stepSeconds;
    private final HorizonGrid grid;
    private final SeasonalPace pace;

    private EnsembleSettings(double stepSeconds, int maxHorizon) {
        this.stepSeconds = stepSeconds;
        this.grid = new HorizonGrid(maxHorizon);
        this.pace = new SeasonalPace(HOUR / stepSeconds, maxHorizon);
    }

    /**
     * Settings for a series with a sample in each {@code step}.
     *
     * @param step a millisecond to a year
     * @param maxHorizon the farthest horizon in samples, 1 to 100,000; state grows with its
     *     logarithm
     */
    public static EnsembleSettings of(Duration step, int maxHorizon) {
        if (step.compareTo(SHORTEST_STEP) < 0 || step.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException(
                    "step is %s, must be between %s and %s"
                            .formatted(step, SHORTEST_STEP, LONGEST_STEP));
        }
        double seconds = step.toNanos() / 1e9;
        Checks.atLeast(1, maxHorizon, "maxHorizon");
        if (maxHorizon > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "maxHorizon is %d, at most %d samples can be forecast"
                            .formatted(maxHorizon, MOST_STEPS));
        }
        return new EnsembleSettings(seconds, maxHorizon);
    }

    public double stepSeconds() {
        return stepSeconds;
    }

    /** The farthest horizon, in samples. */
    public int maxHorizon() {
        return grid.maxHorizon();
    }

    HorizonGrid grid() {
        return grid;
    }

    SeasonalPace pace() {
        return pace;
    }

    /** A day in samples; at least 2, so that a season of a day is possible at any step. */
    Season day() {
        return season(24 * HOUR, DAY_SLOTS);
    }

    Season week() {
        return season(7 * 24 * HOUR, WEEK_SLOTS);
    }

    /** Whether a period in samples is, to one in twenty, a day's or a week's. */
    boolean isCalendar(int period) {
        return isNear(period, day().period()) || isNear(period, week().period());
    }

    /** Whether two periods are the same to one in twenty. */
    static boolean isNear(int period, int calendar) {
        return Math.abs(period - calendar) <= calendar / 20;
    }

    private Season season(double seconds, int mostSlots) {
        int period = (int) Math.clamp(Math.round(seconds / stepSeconds), 2L, 1L << 30);
        return Season.of(period, mostSlots);
    }
}
