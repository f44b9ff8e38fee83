// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * The season of a series by classical decomposition: how far its samples lie from a centred moving
 * average over one period, averaged per phase. An additive season has the mean 0, a multiplicative
 * one the mean 1. Pure.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections
 * 3.3 (moving averages) and 3.4 (classical decomposition).
 */
final class ClassicalSeason {
    /** Below this share of the level a multiplicative season would divide by next to nothing. */
    static final double LEAST_FACTOR = 1e-3;

    private ClassicalSeason() {}

    /** One difference per phase, the first that of the first value; at least two periods. */
    static double[] additive(double[] values, int period) {
        double[] season = departures(values, period, (value, trend) -> value - trend);
        double mean = mean(season);
        return Arrays.stream(season).map(value -> value - mean).toArray();
    }

    /** One factor per phase, the first that of the first value; of clearly positive values. */
    static double[] multiplicative(double[] values, int period) {
        double[] season = departures(values, period, (value, trend) -> value / trend);
        double mean = mean(season);
        return Arrays.stream(season).map(value -> Math.max(LEAST_FACTOR, value / mean)).toArray();
    }

    private static double mean(double[] season) {
        return Arrays.stream(season).average().orElseThrow();
    }

    private static double[] departures(
            double[] values, int period, DoubleBinaryOperator departure) {
        double[] trend = movingAverage(values, period);
        double[] sums = new double[period];
        int[] counts = new int[period];
        int margin = period / 2;
        for (int i = margin; i < values.length - margin; i++) {
            sums[i % period] += departure.applyAsDouble(values[i], trend[i]);
            counts[i % period]++;
        }
        for (int phase = 0; phase < period; phase++) {
            sums[phase] /= counts[phase];
        }
        return sums;
    }

    /** The mean of the period around each value; where the period is even, its ends count half. */
    private static double[] movingAverage(double[] values, int period) {
        double[] before = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            before[i + 1] = before[i] + values[i];
        }
        int half = period / 2;
        double endShare = period % 2 == 0 ? 0.5 : 0;
        double[] average = new double[values.length];
        for (int i = half; i < values.length - half; i++) {
            double whole = before[i + half + 1] - before[i - half];
            average[i] = (whole - endShare * (values[i - half] + values[i + half])) / period;
        }
        return average;
    }
}
