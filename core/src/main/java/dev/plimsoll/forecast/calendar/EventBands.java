// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.Quantiles;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Bands with the events of a calendar: as {@link EventForecaster}, about a forecaster that knows
 * how sure it is. Each quantile of the baseline is multiplied by the effects of the events to come,
 * so that a band widens with the demand that an event brings. Not thread-safe.
 */
public final class EventBands implements BandForecaster {
    private final BandForecaster baseline;
    private final EventEffects effects;
    private boolean started;

    /**
     * @param baseline the forecaster to wrap, without history; from here on it is fed here only
     */
    public EventBands(BandForecaster baseline, EventCalendar calendar) {
        this.baseline = baseline;
        this.effects = new EventEffects(calendar);
    }

    @Override
    public void observe(double value) {
        double sample = Checks.sample(value);
        effects.begin(started);
        effects.learn(sample, baseline.forecast(1).at(1).q50());
        baseline.observe(sample / effects.factorSeen());
        effects.end();
        started = true;
    }

    @Override
    public void observeGap() {
        effects.begin(started);
        baseline.observeGap();
        effects.end();
    }

    @Override
    public Forecast forecast(int steps) {
        Forecast forecast = baseline.forecast(steps);
        List<Quantiles> bands = new ArrayList<>(steps);
        for (int step = 1; step <= steps; step++) {
            bands.add(times(forecast.at(step), effects.factor(step)));
        }
        return new Forecast(forecast.forecaster() + "+events", bands);
    }

    private static Quantiles times(Quantiles band, double factor) {
        return new Quantiles(
                factor * band.q05(),
                factor * band.q25(),
                factor * band.q50(),
                factor * band.q75(),
                factor * band.q95());
    }

    /** The forecaster of demand without events. */
    public BandForecaster baseline() {
        return baseline;
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(started ? 1 : 0);
        effects.save(out);
        baseline.save(out);
    }

    @Override
    public void restore(StateReader in) {
        started = in.getInt() == 1;
        effects.restore(in);
        baseline.restore(in);
    }
}
