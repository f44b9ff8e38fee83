// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.Forecaster;
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
    private final EventForecaster median;

    /**
     * @param baseline the forecaster to wrap, without history; from here on it is fed here only
     */
    public EventBands(BandForecaster baseline, EventCalendar calendar) {
        this.baseline = baseline;
        this.median = new EventForecaster(new Median(baseline), calendar);
    }

    @Override
    public void observe(double value) {
        median.observe(value);
    }

    @Override
    public void observeGap() {
        median.observeGap();
    }

    @Override
    public Forecast forecast(int steps) {
        Forecast forecast = baseline.forecast(steps);
        List<Quantiles> bands = new ArrayList<>(steps);
        for (int step = 1; step <= steps; step++) {
            bands.add(times(forecast.at(step), median.factor(step)));
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
        median.save(out);
    }

    @Override
    public void restore(StateReader in) {
        median.restore(in);
    }

    /** A forecaster's bands as a single value. */
    private record Median(BandForecaster bands) implements Forecaster {
        @Override
        public String name() {
            return "median";
        }

        @Override
        public void observe(double value) {
            bands.observe(value);
        }

        @Override
        public void observeGap() {
            bands.observeGap();
        }

        @Override
        public double predict(int steps) {
            return bands.forecast(steps).at(steps).q50();
        }

        @Override
        public void save(StateWriter out) {
            bands.save(out);
        }

        @Override
        public void restore(StateReader in) {
            bands.restore(in);
        }
    }
}
