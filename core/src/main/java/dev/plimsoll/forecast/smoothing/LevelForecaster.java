// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Simple exponential smoothing: the future is a level that each sample moves by the share α of the
 * distance to it. A gap leaves it.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section
 * 8.1, with the first sample as the first level. Not thread-safe.
 */
public final class LevelForecaster implements Forecaster {
    private final double alpha;
    private double level;
    private boolean started;

    /** A forecaster that has seen nothing yet; alpha is between 0 and 1. */
    public LevelForecaster(double alpha) {
        Checks.share("alpha", alpha, 1);
        this.alpha = alpha;
    }

    @Override
    public String name() {
        return "level";
    }

    @Override
    public void observe(double value) {
        double sample = Checks.sample(value);
        level = started ? level + alpha * (sample - level) : sample;
        started = true;
    }

    @Override
    public void observeGap() {
        // The level stays what it was.
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        return level;
    }

    @Override
    public void save(StateWriter out) {
        out.putDouble(level).putInt(started ? 1 : 0);
    }

    @Override
    public void restore(StateReader in) {
        level = in.getDouble();
        started = in.getInt() == 1;
    }
}
