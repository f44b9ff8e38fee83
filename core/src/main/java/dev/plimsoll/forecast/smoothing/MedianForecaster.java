// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * The future is the running median: the forecast with the least absolute error of a series that
 * spikes and comes back. The median is tracked, not sorted: with each sample it moves towards it,
 * by twice the mean distance of late over the memory, so a spike moves it no more than any other
 * sample. A gap is no news.
 *
 * <p>Source: stochastic approximation of a quantile (Robbins and Monro, A Stochastic Approximation
 * Method, 1951), its steps scaled by the mean absolute deviation. Not thread-safe.
 */
public final class MedianForecaster implements Forecaster {
    private final double memory;
    private double median;
    private double deviation;
    private long samples;

    /** A median over about so many samples, at least 2. */
    public MedianForecaster(int memory) {
        this.memory = Checks.atLeast(2, memory, "memory");
    }

    @Override
    public String name() {
        return "median";
    }

    @Override
    public void observe(double value) {
        double sample = Checks.sample(value);
        samples++;
        if (samples == 1) {
            median = sample;
            return;
        }
        double share = Math.max(1 / memory, 1.0 / samples);
        double distance = sample - median;
        deviation += share * (Math.abs(distance) - deviation);
        median = Math.max(0, median + 2 * share * deviation * Math.signum(distance));
    }

    @Override
    public void observeGap() {
        // The median of what is known stays.
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        return median;
    }

    @Override
    public void save(StateWriter out) {
        out.putDouble(median).putDouble(deviation).putLong(samples);
    }

    @Override
    public void restore(StateReader in) {
        median = in.getDouble();
        deviation = in.getDouble();
        samples = Checks.within(0, Long.MAX_VALUE - 1, in.getLong(), "a number of samples");
    }
}
