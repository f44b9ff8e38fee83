// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Arrays;

/**
 * The slow level of a series: the mean over one period about each sample, in which a season of that
 * period is a constant.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section
 * 3.3.
 */
final class MovingMean {
    private MovingMean() {}

    static double[] of(double[] values, int period) {
        int half = period / 2;
        int first = half;
        int last = values.length - 1 - half;
        double[] sums = sums(values);
        double[] means = new double[values.length];
        if (last < first) {
            Arrays.fill(means, sums[values.length] / Math.max(1, values.length));
            return means;
        }
        for (int i = first; i <= last; i++) {
            double sum = sums[i + half + 1] - sums[i - half];
            if (period % 2 == 0) {
                sum -= (values[i - half] + values[i + half]) / 2;
            }
            means[i] = sum / period;
        }
        runOn(means, first, last);
        return means;
    }

    private static void runOn(double[] means, int first, int last) {
        double slope = (means[last] - means[first]) / Math.max(1, last - first);
        for (int i = 0; i < first; i++) {
            means[i] = means[first] - slope * (first - i);
        }
        for (int i = last + 1; i < means.length; i++) {
            means[i] = means[last] + slope * (i - last);
        }
    }

    /** What a series does beside its slow level. */
    static double[] departures(double[] values, int period) {
        double[] departures = of(values, period);
        for (int i = 0; i < departures.length; i++) {
            departures[i] = values[i] - departures[i];
        }
        return departures;
    }

    private static double[] sums(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }
}
