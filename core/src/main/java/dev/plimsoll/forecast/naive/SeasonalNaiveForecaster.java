// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.naive;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * The future is the last known value of the same phase, one or more periods ago. Until a whole
 * period has passed it is the last known value, as in {@link NaiveForecaster}.
 *
 * <p>A gap leaves what is known of its phase. A gap within the first period, where nothing is known
 * yet, takes the value before it. The period begins with the first sample: gaps before it are no
 * history.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section
 * 5.2. Not thread-safe.
 */
public final class SeasonalNaiveForecaster implements Forecaster {
    private final double[] lastOfPhase;
    private double last;
    private int phase;
    private boolean started;
    private boolean periodSeen;

    /** A forecaster for seasons of {@code period} samples, at least 1. */
    public SeasonalNaiveForecaster(int period) {
        this.lastOfPhase = new double[Checks.atLeast(1, period, "period")];
    }

    @Override
    public String name() {
        return "seasonal-naive";
    }

    @Override
    public void observe(double value) {
        last = Checks.sample(value);
        started = true;
        lastOfPhase[phase] = last;
        advance();
    }

    @Override
    public void observeGap() {
        if (!started) {
            return;
        }
        if (!periodSeen) {
            lastOfPhase[phase] = last;
        }
        advance();
    }

    private void advance() {
        phase++;
        if (phase == lastOfPhase.length) {
            phase = 0;
            periodSeen = true;
        }
    }

    @Override
    public double predict(int steps) {
        int ahead = Checks.steps(steps) - 1;
        return periodSeen ? lastOfPhase[(int) (((long) phase + ahead) % lastOfPhase.length)] : last;
    }

    @Override
    public void save(StateWriter out) {
        out.packDoubles(lastOfPhase).putDouble(last).putInt(phase);
        out.putInt(started ? 1 : 0).putInt(periodSeen ? 1 : 0);
    }

    @Override
    public void restore(StateReader in) {
        in.unpackDoubles(lastOfPhase);
        last = in.getDouble();
        phase = (int) Checks.within(0, lastOfPhase.length - 1, in.getInt(), "a phase");
        started = in.getInt() == 1;
        periodSeen = in.getInt() == 1;
    }
}
