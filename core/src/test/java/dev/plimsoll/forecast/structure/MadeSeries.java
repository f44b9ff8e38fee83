// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import dev.plimsoll.forecast.RegularSeries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** A series made of known parts, never below 0. */
final class MadeSeries {
    static final int MINUTE = 60;
    static final int FIVE_MINUTES = 300;
    static final int HOUR = 3600;

    private final double[] values;
    private final BitSet absent = new BitSet();

    private MadeSeries(int size) {
        this.values = new double[size];
    }

    static MadeSeries level(int size, double level) {
        MadeSeries made = new MadeSeries(size);
        Arrays.fill(made.values, level);
        return made;
    }

    /** Adds a sine. */
    MadeSeries wave(double period, double amplitude) {
        return plus(i -> amplitude * StrictMath.sin(2 * Math.PI * i / period));
    }

    MadeSeries plus(IntToDoubleFunction part) {
        for (int i = 0; i < values.length; i++) {
            values[i] += part.applyAsDouble(i);
        }
        return this;
    }

    /** Adds independent normal noise. */
    MadeSeries noise(long seed, double deviation) {
        return wander(seed, deviation, 0);
    }

    /** Adds noise each of whose values keeps a share of the last; with a share of 1 it walks. */
    MadeSeries wander(long seed, double deviation, double kept) {
        SplittableRandom random = new SplittableRandom(seed);
        double value = 0;
        for (int i = 0; i < values.length; i++) {
            value = kept * value + deviation * random.nextGaussian();
            values[i] += value;
        }
        return this;
    }

    /** Replaces the samples from one index up to but without another. */
    MadeSeries set(int from, int to, double value) {
        Arrays.fill(values, from, to, value);
        return this;
    }

    MadeSeries map(IntToDoubleFunction valueOfIndex) {
        Arrays.setAll(values, valueOfIndex);
        return this;
    }

    MadeSeries times(IntToDoubleFunction factor) {
        return map(i -> values[i] * factor.applyAsDouble(i));
    }

    MadeSeries atMost(double ceiling) {
        return map(i -> Math.min(values[i], ceiling));
    }

    MadeSeries without(int from, int to) {
        absent.set(from, to);
        return this;
    }

    RegularSeries series() {
        return new RegularSeries(
                Arrays.stream(values).map(value -> Math.max(0, value)).toArray(), absent);
    }

    SeriesStructure structure(double stepSeconds) {
        return SeriesStructure.of(series(), stepSeconds);
    }
}
