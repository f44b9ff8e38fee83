// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.RegularSeries;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A series after the differences of an order, shifted and scaled so that its values are around 1.
 * One is absent where any of the samples that it is made of is absent. Immutable, but it hands out
 * its array to the kernels beside it.
 */
final class DifferencedSeries {
    /** Changes below this share of the samples are the rounding of constant ones. */
    private static final double LEAST_SHARE = 1e-12;

    private final double[] values;
    private final BitSet absent;
    private final int present;
    private final double shift;
    private final double scale;
    private final boolean centred;

    private DifferencedSeries(double[] raw, BitSet absent, boolean centred, double unit) {
        this.absent = absent;
        this.centred = centred;
        this.present = raw.length - absent.cardinality();
        this.shift = centred ? unit * mean(raw, unit) : 0;
        this.values = raw;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = absent.get(i) ? 0 : raw[i] / unit - shift / unit;
        }
        double size = Math.sqrt(sumOfSquares(raw) / Math.max(1, present));
        this.scale = size > LEAST_SHARE ? size * unit : 0;
        for (int i = 0; i < raw.length && scale > 0; i++) {
            raw[i] /= size;
        }
    }

    /** Takes the differences; where the order has a constant, their mean is taken off. */
    static DifferencedSeries of(RegularSeries series, ArimaOrder order) {
        LagWeights before = order.differences().tail();
        int lost = order.differencedSamples();
        double[] samples = new double[series.size()];
        BitSet absentSamples = new BitSet();
        double largest = 0;
        for (int i = 0; i < samples.length; i++) {
            absentSamples.set(i, !series.isPresent(i));
            samples[i] = series.isPresent(i) ? series.at(i) : 0;
            largest = Math.max(largest, samples[i]);
        }
        double[] values = new double[Math.max(0, samples.length - lost)];
        BitSet absent = new BitSet();
        for (int i = 0; i < values.length; i++) {
            values[i] = samples[i + lost] + before.sumBefore(samples, i + lost);
            absent.set(i, before.touches(absentSamples, i + lost) || absentSamples.get(i + lost));
        }
        return new DifferencedSeries(
                values, absent, order.constant(), Math.max(Double.MIN_NORMAL, largest));
    }

    private double mean(double[] raw, double unit) {
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            sum += absent.get(i) ? 0 : raw[i] / unit;
        }
        return sum / Math.max(1, present);
    }

    private static double sumOfSquares(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return sum;
    }

    int size() {
        return values.length;
    }

    /** How many are not absent. */
    int present() {
        return present;
    }

    boolean isPresent(int index) {
        return !absent.get(index);
    }

    /** The shifted and scaled values without the absent ones. */
    double[] presentValues() {
        return IntStream.range(0, values.length)
                .filter(this::isPresent)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    /** The shifted and scaled values, 0 where absent; not to be changed. */
    double[] values() {
        return values;
    }

    /** Whether nothing is left to explain. */
    boolean isConstant() {
        return scale == 0;
    }

    /** Whether the values were shifted, so that a mean is to be estimated. */
    boolean isCentred() {
        return centred;
    }

    /** What was taken off before scaling. */
    double shift() {
        return shift;
    }

    /** What the shifted values were divided by; 0 where they were constant. */
    double scale() {
        return scale;
    }
}
