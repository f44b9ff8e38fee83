// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.naive;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * The future lies on the line through the first and the last known sample, never below 0. The line
 * runs on through a gap. Gaps before the first sample are no history.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section
 * 5.2. Not thread-safe.
 */
public final class DriftForecaster implements Forecaster {
    private double first;
    private double last;
    private long toLast;
    private long sinceLast;
    private boolean started;

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public void observe(double value) {
        last = Checks.sample(value);
        if (started) {
            toLast += sinceLast + 1;
            sinceLast = 0;
        } else {
            first = last;
            started = true;
        }
    }

    @Override
    public void observeGap() {
        if (started) {
            sinceLast++;
        }
    }

    @Override
    public double predict(int steps) {
        double ahead = (double) Checks.steps(steps) + sinceLast;
        double slope = toLast == 0 ? 0 : (last - first) / toLast;
        return Math.clamp(last + ahead * slope, 0, Checks.LARGEST);
    }

    @Override
    public void save(StateWriter out) {
        out.putDouble(first).putDouble(last).putLong(toLast).putLong(sinceLast);
        out.putInt(started ? 1 : 0);
    }

    @Override
    public void restore(StateReader in) {
        first = in.getDouble();
        last = in.getDouble();
        toLast = Checks.within(0, Long.MAX_VALUE, in.getLong(), "a number of samples");
        sinceLast = Checks.within(0, Long.MAX_VALUE, in.getLong(), "a number of gaps");
        started = in.getInt() == 1;
    }
}
