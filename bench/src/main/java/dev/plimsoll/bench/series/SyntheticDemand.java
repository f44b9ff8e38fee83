// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.series;

import dev.plimsoll.forecast.RegularSeries;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Demand of many made-up services, each with a level, a day and noise of its own; one in a hundred
 * samples is a spike, one in two hundred is absent. Any sample can be asked for at any time, as
 * from a store of readings. Immutable.
 */
final class SyntheticDemand {
    private static final double DAY_SECONDS = 86_400;
    private static final double ABSENT = 0.005;
    private static final double SPIKE = 0.01;

    private final double stepSeconds;

    SyntheticDemand(double stepSeconds) {
        this.stepSeconds = stepSeconds;
    }

    boolean isPresent(int series, int sample) {
        return uniform(series, sample, 1) >= ABSENT;
    }

    double at(int series, int sample) {
        double level = 10 + 990 * uniform(series, -1, 2);
        double depth = 0.8 * uniform(series, -1, 3);
        double phase = sample * stepSeconds / DAY_SECONDS + uniform(series, -1, 4);
        double noise = 0.1 * (uniform(series, sample, 5) + uniform(series, sample, 6) - 1);
        double spike = uniform(series, sample, 7) < SPIKE ? 2 : 1;
        return spike * level * (1 + depth * StrictMath.sin(2 * Math.PI * phase) + noise);
    }

    /** The newest {@code size} samples up to one of them. */
    RegularSeries history(int series, int last, int size) {
        int first = Math.max(0, last - size + 1);
        double[] values = new double[last - first + 1];
        BitSet absent = new BitSet(values.length);
        Arrays.setAll(values, i -> at(series, first + i));
        for (int i = 0; i < values.length; i++) {
            absent.set(i, !isPresent(series, first + i));
        }
        return new RegularSeries(values, absent);
    }

    /** From 0 to 1, by a hash (the finalizer of SplitMix64). */
    private static double uniform(int series, int sample, int salt) {
        long mixed = (((long) series << 32) ^ sample) + salt * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
