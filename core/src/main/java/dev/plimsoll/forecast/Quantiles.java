// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import java.util.List;

/** What one future sample may be, at the five levels that forecasts are given at. */
public record Quantiles(double q05, double q25, double q50, double q75, double q95) {
    /** The levels, ascending. */
    public static final List<Double> LEVELS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** The share of values that the 90 % band leaves out. */
    private static final double BAND_MISSES = 0.1;

    public Quantiles {
        boolean ascending = 0 <= q05 && q05 <= q25 && q25 <= q50 && q50 <= q75 && q75 <= q95;
        if (!(ascending && q95 <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "quantiles %s, %s, %s, %s, %s are not finite, at least 0 and ascending"
                            .formatted(q05, q25, q50, q75, q95));
        }
    }

    /** The value at one of {@link #LEVELS}, by its index. */
    public double at(int level) {
        return switch (level) {
            case 0 -> q05;
            case 1 -> q25;
            case 2 -> q50;
            case 3 -> q75;
            case 4 -> q95;
            default -> throw new IndexOutOfBoundsException(level);
        };
    }

    /** Whether a value lies within the 90 % band, its ends included. */
    public boolean covers(double value) {
        return q05 <= value && value <= q95;
    }

    /**
     * The interval score of the 90 % band: its width, and twenty times the distance of a value
     * outside. Less is better.
     *
     * <p>Source: Gneiting and Raftery, "Strictly Proper Scoring Rules, Prediction, and Estimation",
     * Journal of the American Statistical Association 102(477), 2007, section 6.2.
     */
    public double intervalScore(double value) {
        double outside = Math.max(0, Math.max(q05 - value, value - q95));
        return q95 - q05 + 2 / BAND_MISSES * outside;
    }
}
