// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import java.util.Arrays;

/**
 * Whether a series repeats itself after one period: its autocorrelation at that lag lies beyond
 * what 90 % of series would show whose autocorrelations end before it (Bartlett's variance). Pure.
 *
 * <p>Source: Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, Models for optimising the
 * theta method and their relationship to state space models (2016), International Journal of
 * Forecasting 32(4), section 2.
 */
final class SeasonalityCheck {
    /** The two-sided 90 % point of the normal distribution. */
    private static final double CRITICAL = 1.645;

    private SeasonalityCheck() {}

    static boolean isSeasonal(double[] values, int period) {
        if (period < 2 || values.length / 2 < period) {
            return false;
        }
        double[] departures = departures(values);
        double variance = product(departures, 0);
        double squares = 0;
        for (int lag = 1; lag < period; lag++) {
            double correlation = product(departures, lag) / variance;
            squares += correlation * correlation;
        }
        double limit = CRITICAL * Math.sqrt((1 + 2 * squares) / values.length);
        return Math.abs(product(departures, period) / variance) > limit;
    }

    private static double[] departures(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    private static double product(double[] departures, int lag) {
        double sum = 0;
        for (int i = lag; i < departures.length; i++) {
            sum += departures[i] * departures[i - lag];
        }
        return sum;
    }
}
