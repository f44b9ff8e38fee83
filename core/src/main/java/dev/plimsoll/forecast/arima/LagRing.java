// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/** The newest samples of a series, as many as are ever looked at. Not thread-safe. */
final class LagRing {
    private final double[] samples;
    private int oldest;

    /** A ring that is full of one value. */
    LagRing(int size, double value) {
        this.samples = new double[size];
        Arrays.fill(samples, value);
    }

    /** The sample {@code lag} back, from 1 for the newest to the size. */
    double back(int lag) {
        int index = oldest - lag;
        return samples[index < 0 ? index + samples.length : index];
    }

    void push(double sample) {
        if (samples.length > 0) {
            samples[oldest] = sample;
            oldest = oldest + 1 == samples.length ? 0 : oldest + 1;
        }
    }

    /** Writes from the oldest to the newest, so that equal content gives equal bytes. */
    void save(StateWriter out) {
        double[] ordered = new double[samples.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = back(ordered.length - i);
        }
        out.putDoubles(ordered);
    }

    void restore(StateReader in) {
        double[] ordered = in.getDoubles();
        Checks.same(samples.length, ordered.length, "a past");
        System.arraycopy(ordered, 0, samples, 0, ordered.length);
        oldest = 0;
    }
}
