// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.RegularSeries;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Series whose truth is known. */
final class SimulatedSeries {
    private SimulatedSeries() {}

    /** A sample path of an ETS model, with normal errors. */
    static RegularSeries of(EtsRecursion truth, double deviation, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean additive = truth.form().error() == EtsForm.ErrorKind.ADDITIVE;
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            double expected = truth.expected();
            double error = deviation * random.nextGaussian();
            double surprise = additive ? error : expected * error;
            values[i] = expected + surprise;
            truth.pass(surprise);
        }
        return new RegularSeries(values, new BitSet());
    }

    /** A function of time with normal noise, cut at 0. */
    static RegularSeries of(IntToDoubleFunction mean, double deviation, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            double noise = deviation * random.nextGaussian();
            values[i] = Math.max(0, mean.applyAsDouble(i) + noise);
        }
        return new RegularSeries(values, new BitSet());
    }

    /** A wave around 0 of height 1. */
    static double wave(int index, int period) {
        return StrictMath.sin(2 * Math.PI * index / period);
    }
}
