// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.ensemble.EnsembleForecaster;
import dev.plimsoll.forecast.ensemble.EnsembleSettings;
import dev.plimsoll.forecast.smoothing.HoltForecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.List;

/**
 * The last value; the largest value that a damped trend reaches on the way, which follows ramps;
 * and the ensemble's median and its upper quartile, which know the day and the week. Not
 * thread-safe.
 */
final class UsualPanel implements Panel {
    private static final List<String> NAMES =
            List.of("last value", "trend", "ensemble", "ensemble's upper quartile");

    private final HoltForecaster trend = new HoltForecaster(0.8, 0.3, 0.97);
    private final EnsembleForecaster ensemble;
    private double last;

    /** A panel for a series with a sample in each {@code interval}. */
    UsualPanel(Duration interval) {
        this.ensemble = new EnsembleForecaster(EnsembleSettings.of(interval, Reach.MOST));
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void observe(double demand) {
        last = Checks.sample(demand);
        trend.observe(last);
        ensemble.observe(last);
    }

    @Override
    public void observeGap() {
        trend.observeGap();
        ensemble.observeGap();
    }

    @Override
    public void ahead(int steps, double[] opinions) {
        opinions[0] = last;
        opinions[1] = Math.max(trend.predict(1), trend.predict(steps));
        var band = ensemble.at(steps);
        opinions[2] = band.q50();
        opinions[3] = band.q75();
    }

    @Override
    public void save(StateWriter out) {
        out.putDouble(last);
        trend.save(out);
        ensemble.save(out);
    }

    @Override
    public void restore(StateReader in) {
        last = in.getDouble();
        trend.restore(in);
        ensemble.restore(in);
    }
}
