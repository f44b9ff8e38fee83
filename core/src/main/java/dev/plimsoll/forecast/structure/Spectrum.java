// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * The periodogram of a series less its straight line of least squares, padded with zeros to twice
 * its length or more, and the periods at which it stands out from its surroundings of half an
 * octave to either side. What is compared with its surroundings may slope: the spectrum of a random
 * walk falls steeply, but smoothly.
 */
final class Spectrum {
    private static final double HALF_OCTAVE = 1.4142135623730951;
    private static final double LEAST_PROMINENCE = 6;

    private final int samples;
    private final double[] power;
    private final double[] sums;

    private record Peak(double period, double prominence) {}

    Spectrum(double[] values) {
        this.samples = values.length;
        int size = Math.max(4, Integer.highestOneBit(2 * values.length - 1) << 1);
        double[][] transform = new double[2][size];
        System.arraycopy(values, 0, transform[0], 0, values.length);
        subtractLine(transform[0], values.length);
        FastFourierTransformer.transformInPlace(
                transform, DftNormalization.STANDARD, TransformType.FORWARD);
        this.power = new double[size / 2];
        this.sums = new double[size / 2 + 1];
        for (int bin = 0; bin < power.length; bin++) {
            double real = transform[0][bin];
            double imaginary = transform[1][bin];
            power[bin] = real * real + imaginary * imaginary;
            sums[bin + 1] = sums[bin] + power[bin];
        }
    }

    private static void subtractLine(double[] values, int size) {
        double middle = (size - 1) / 2.0;
        double mean = 0;
        double moment = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            mean += values[i] / size;
            moment += values[i] * (i - middle);
            squares += (i - middle) * (i - middle);
        }
        double slope = squares > 0 ? moment / squares : 0;
        for (int i = 0; i < size; i++) {
            values[i] -= mean + slope * (i - middle);
        }
    }

    /** The most prominent periods between these two, in samples; the most prominent first. */
    List<Double> peaks(double shortest, double longest, int most) {
        int size = 2 * power.length;
        int first = Math.max(2, (int) Math.ceil(size / longest));
        int last = Math.min(power.length - 2, (int) (size / shortest));
        List<Peak> peaks = new ArrayList<>();
        for (int bin = first; bin <= last; bin++) {
            if (power[bin] > power[bin - 1] && power[bin] >= power[bin + 1]) {
                double prominence = prominence(bin);
                if (prominence >= LEAST_PROMINENCE) {
                    peaks.add(new Peak(size / summit(bin), prominence));
                }
            }
        }
        return peaks.stream()
                .sorted(Comparator.comparingDouble(Peak::prominence).reversed())
                .limit(most)
                .map(Peak::period)
                .toList();
    }

    /** The power at a bin over the mean around it, its own line left out. */
    private double prominence(int bin) {
        int line = 3 * power.length / samples; // three quarters of a cycle more or less, and more
        int from = Math.max(1, Math.min((int) (bin / HALF_OCTAVE), bin - 2 * line));
        int to = Math.min(power.length - 1, Math.max((int) (bin * HALF_OCTAVE), bin + 2 * line));
        int lineFrom = Math.max(from, bin - line);
        int lineTo = Math.min(to, bin + line);
        double around = sums[to + 1] - sums[from] - (sums[lineTo + 1] - sums[lineFrom]);
        int bins = to - from - (lineTo - lineFrom);
        return around > 0 ? power[bin] * bins / around : Double.MAX_VALUE;
    }

    /** Where the parabola through a peak and its neighbours has its summit. */
    private double summit(int bin) {
        double left = power[bin - 1];
        double right = power[bin + 1];
        double bend = left - 2 * power[bin] + right;
        return bend < 0 ? bin + (left - right) / (2 * bend) : bin;
    }
}
