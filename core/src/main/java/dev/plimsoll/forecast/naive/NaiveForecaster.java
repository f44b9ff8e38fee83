// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.naive;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * The future is the last known value: the yardstick that any other model has to beat. Over a gap
 * the last value stays.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section
 * 5.2. Not thread-safe.
 */
public final class NaiveForecaster implements Forecaster {
    private double last;

    @Override
    public String name() {
        return "naive";
    }

    @Override
    public void observe(double value) {
        last = Checks.sample(value);
    }

    @Override
    public void observeGap() {
        // The last known value is still the best guess.
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        return last;
    }

    @Override
    public void save(StateWriter out) {
        out.putDouble(last);
    }

    @Override
    public void restore(StateReader in) {
        last = in.getDouble();
    }
}
