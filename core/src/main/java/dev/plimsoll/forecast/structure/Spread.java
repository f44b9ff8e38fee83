// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Arrays;

/**
 * The middle of some values and how widely they usually scatter about it, in standard deviations of
 * a normal distribution that would have these quantiles. Not moved by a tenth of outliers. 0 where
 * all values are equal, and only there.
 *
 * <p>Of many values about a thousand are looked at. They stand at multiples of the golden ratio,
 * which keep step with no period.
 */
record Spread(double median, double deviation) {
    private static final int MOST_SAMPLES = 1024;
    private static final double GOLDEN = 0.6180339887498949;
    private static final double QUARTILES = 1.349; // between those of a standard normal
    private static final double DECILES = 2.563; // between its outer ones
    private static final double MEAN_DEVIATION = 1.2533; // over its mean absolute deviation

    static Spread of(double[] values) {
        if (values.length == 0) {
            return new Spread(0, 0);
        }
        double[] sorted = sample(values);
        Arrays.sort(sorted);
        double median = quantile(sorted, 0.5);
        double middle = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / QUARTILES;
        double wide = (quantile(sorted, 0.9) - quantile(sorted, 0.1)) / DECILES;
        double usual = Math.max(middle, wide);
        return new Spread(median, usual > 0 ? usual : meanDeviation(values, median));
    }

    /** Values as deviations from the median, cut off at so many; all 0 where none can differ. */
    double[] deviations(double[] values, double most) {
        double[] deviations = new double[values.length];
        if (deviation > 0) {
            for (int i = 0; i < values.length; i++) {
                deviations[i] = Math.clamp((values[i] - median) / deviation, -most, most);
            }
        }
        return deviations;
    }

    /** The median of {@code values[from]} up to but without {@code values[to]}. */
    static double median(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        return quantile(sorted, 0.5);
    }

    private static double[] sample(double[] values) {
        if (values.length <= MOST_SAMPLES) {
            return values.clone();
        }
        double[] sample = new double[MOST_SAMPLES];
        for (int i = 0; i < sample.length; i++) {
            double turns = i * GOLDEN;
            sample[i] = values[(int) ((turns - Math.floor(turns)) * values.length)];
        }
        return sample;
    }

    private static double quantile(double[] sorted, double level) {
        double rank = level * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    private static double meanDeviation(double[] values, double middle) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value - middle);
        }
        return MEAN_DEVIATION * sum / values.length;
    }
}
