// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.ensemble.EnsembleForecaster;
import dev.plimsoll.forecast.ensemble.EnsembleSettings;
import dev.plimsoll.forecast.smoothing.HoltForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersSettings;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.List;

/**
 * The last value; the largest value that a damped trend reaches on the way, which follows ramps;
 * the ensemble's median and its upper quartile, which know the day and the week; and the day's
 * profile by itself, which is finer, for jobs that start on time. Not thread-safe.
 */
final class UsualPanel implements Panel {
    private static final Duration DAY = Duration.ofDays(1);

    /** Large, and the same for all workloads of the usual interval. */
    private static final EnsembleSettings USUAL = settings(Cadence.DEFAULT.metricsInterval());

    private static final List<String> NAMES =
            List.of("last value", "trend", "ensemble", "ensemble's upper quartile", "day");

    private final HoltForecaster trend = new HoltForecaster(0.8, 0.3, 0.97);
    private final EnsembleForecaster ensemble;
    private final HoltWintersForecaster day;
    private double last;

    /** A panel for a series with a sample in each {@code interval}. */
    UsualPanel(Duration interval) {
        this.ensemble =
                new EnsembleForecaster(
                        interval.equals(Cadence.DEFAULT.metricsInterval())
                                ? USUAL
                                : settings(interval));
        int samples = (int) Math.max(2, DAY.dividedBy(interval));
        this.day = new HoltWintersForecaster(HoltWintersSettings.forPeriod(samples));
    }

    private static EnsembleSettings settings(Duration interval) {
        return EnsembleSettings.of(interval, Reach.MOST);
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
        day.observe(last);
    }

    @Override
    public void observeGap() {
        trend.observeGap();
        ensemble.observeGap();
        day.observeGap();
    }

    @Override
    public void ahead(int steps, double[] opinions) {
        opinions[0] = last;
        opinions[1] = Math.max(trend.predict(1), trend.predict(steps));
        var band = ensemble.at(steps);
        opinions[2] = band.q50();
        opinions[3] = band.q75();
        opinions[4] = day.predict(steps);
    }

    @Override
    public void save(StateWriter out) {
        out.putDouble(last);
        trend.save(out);
        ensemble.save(out);
        day.save(out);
    }

    @Override
    public void restore(StateReader in) {
        last = in.getDouble();
        trend.restore(in);
        ensemble.restore(in);
        day.restore(in);
    }
}
