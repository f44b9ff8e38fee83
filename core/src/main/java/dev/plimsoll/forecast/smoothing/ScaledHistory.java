// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.RegularSeries;
import java.util.Arrays;

/**
 * A history made ready for estimation: from its first sample on, and divided by the power of two
 * that brings its largest sample below 2. So squares neither overflow nor vanish, and what was
 * estimated comes back to the sample's own unit without rounding. Immutable, except that its arrays
 * are handed out for speed; nobody writes to them.
 */
final class ScaledHistory {
    private static final double LEAST_SHARE_OF_MEAN = 0.01;

    private final double[] values;
    private final boolean[] present;
    private final int samples;
    private final double scale;

    private ScaledHistory(double[] values, boolean[] present, int samples, double scale) {
        this.values = values;
        this.present = present;
        this.samples = samples;
        this.scale = scale;
    }

    static ScaledHistory of(RegularSeries series) {
        int first = 0;
        while (first < series.size() && !series.isPresent(first)) {
            first++;
        }
        double[] values = new double[series.size() - first];
        boolean[] present = new boolean[values.length];
        int samples = 0;
        for (int i = 0; i < values.length; i++) {
            present[i] = series.isPresent(first + i);
            values[i] = present[i] ? Checks.sample(series.at(first + i)) : 0;
            samples += present[i] ? 1 : 0;
        }
        double scale = powerOfTwo(Arrays.stream(values).max().orElse(0));
        scale(values, 1 / scale);
        fill(values, present);
        return new ScaledHistory(values, present, samples, scale);
    }

    /** The power of two at or below a value; the least there is an inverse of is good enough. */
    private static double powerOfTwo(double value) {
        return value == 0
                ? 1
                : Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, Math.getExponent(value)));
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static void fill(double[] values, boolean[] present) {
        int last = 0;
        for (int i = 1; i < values.length; i++) {
            if (present[i]) {
                fillBetween(values, last, i);
                last = i;
            }
        }
        if (values.length > 0) {
            Arrays.fill(values, last, values.length, values[last]);
        }
    }

    private static void fillBetween(double[] values, int from, int to) {
        double slope = (values[to] - values[from]) / (to - from);
        for (int i = from + 1; i < to; i++) {
            values[i] = values[from] + (i - from) * slope;
        }
    }

    /** One value per step; a gap holds what lies on the line between its neighbours. */
    double[] values() {
        return values;
    }

    /** Whether each step has a sample. */
    boolean[] present() {
        return present;
    }

    /** The number of samples, without gaps. */
    int samples() {
        return samples;
    }

    /** What the samples were divided by. */
    double scale() {
        return scale;
    }

    int size() {
        return values.length;
    }

    /** Whether all samples are the same. */
    boolean isConstant() {
        return least() == Arrays.stream(values).max().orElse(0);
    }

    private double least() {
        return Arrays.stream(values).min().orElse(0);
    }

    /** Whether every sample is so far above 0 that ratios between them mean something. */
    boolean isClearlyPositive() {
        double mean = Arrays.stream(values).average().orElse(0);
        return mean > 0 && least() >= LEAST_SHARE_OF_MEAN * mean;
    }

    /** The last sample, in its own unit; 0 without samples. */
    double last() {
        return values.length == 0 ? 0 : values[values.length - 1] * scale;
    }
}
