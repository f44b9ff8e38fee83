// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.RecentSamples;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.List;

/**
 * An ensemble that looks for structure by itself, where no rota does it for many: it keeps the last
 * two weeks, but from {@code 2·}{@value #LEAST_BETWEEN} to {@value #MOST_KEPT} samples, and is
 * fitted to them once a day, but not before {@value #LEAST_BETWEEN} have passed. The sample that is
 * due for a fit pays for it. Not thread-safe.
 */
public final class SelfFittingEnsemble implements BandForecaster {
    private static final int MOST_KEPT = 20_160;
    private static final int LEAST_BETWEEN = 256;

    private final EnsembleForecaster ensemble;
    private final RecentSamples recent;
    private final int between;

    public SelfFittingEnsemble(EnsembleSettings settings) {
        this.ensemble = new EnsembleForecaster(settings);
        int week = settings.week().period();
        this.recent = new RecentSamples(Math.clamp(2L * week, 2 * LEAST_BETWEEN, MOST_KEPT));
        this.between = Math.clamp(settings.day().period(), LEAST_BETWEEN, MOST_KEPT);
    }

    @Override
    public void observe(double value) {
        ensemble.observe(value);
        recent.add(value);
        fitIfDue();
    }

    @Override
    public void observeGap() {
        ensemble.observeGap();
        recent.addGap();
        fitIfDue();
    }

    private void fitIfDue() {
        if (recent.steps() > 0 && recent.steps() % between == 0) {
            ensemble.fit(recent.history());
        }
    }

    @Override
    public Forecast forecast(int steps) {
        return ensemble.forecast(steps);
    }

    /** As {@link EnsembleForecaster#shares}. */
    public List<Share> shares(int steps) {
        return ensemble.shares(steps);
    }

    /** As {@link EnsembleForecaster#trust}. */
    public Trust trust(int steps) {
        return ensemble.trust(steps);
    }

    @Override
    public void save(StateWriter out) {
        ensemble.save(out);
        recent.save(out);
    }

    @Override
    public void restore(StateReader in) {
        ensemble.restore(in);
        recent.restore(in);
    }
}
