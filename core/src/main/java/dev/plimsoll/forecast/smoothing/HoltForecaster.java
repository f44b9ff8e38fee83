// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Holt's linear method with a damped trend: see {@link DampedTrend}. It follows a ramp within a few
 * samples, and knows nothing of seasons. A gap is a sample without surprise. {@code observe} and
 * {@code predict} allocate nothing. Not thread-safe.
 */
public final class HoltForecaster implements Forecaster {
    private final DampedTrend trend;
    private boolean started;

    /**
     * A forecaster that has seen nothing yet.
     *
     * @param alpha weight of a surprise in the level, 0 to 1
     * @param beta weight of a change of the level in the trend, 0 to 1
     * @param phi share of the trend that is left after each step, 0 to below 1
     */
    public HoltForecaster(double alpha, double beta, double phi) {
        Checks.share("alpha", alpha, 1);
        Checks.share("beta", beta, 1);
        Checks.share("phi", phi, Checks.MOST_PHI);
        this.trend = new DampedTrend(alpha, beta, phi);
    }

    @Override
    public String name() {
        return "holt";
    }

    @Override
    public void observe(double value) {
        double sample = Checks.sample(value);
        if (started) {
            trend.moveOn();
            trend.learn(sample - trend.level());
        } else {
            started = true;
            trend.start(sample);
        }
    }

    @Override
    public void observeGap() {
        if (started) {
            trend.moveOn();
        }
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        return Math.max(0, trend.ahead(steps));
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(started ? 1 : 0);
        trend.save(out);
    }

    @Override
    public void restore(StateReader in) {
        started = in.getInt() == 1;
        trend.restore(in);
    }
}
