// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.calendar.EventBands;
import dev.plimsoll.forecast.calendar.EventCalendar;
import dev.plimsoll.forecast.ensemble.EmpiricalIntervals;
import dev.plimsoll.forecast.ensemble.EnsembleSettings;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.forecast.ensemble.SelfFittingEnsemble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who forecasts a trace. Seasons are of a day.
 *
 * @param maker makes the forecast
 * @param peers are scored beside it, so that a person sees what the effort brings
 */
record Contestants(Supplier<BandForecaster> maker, List<Supplier<BandForecaster>> peers) {
    private static final double DAY_SECONDS = 86_400;

    Contestants {
        peers = List.copyOf(peers);
    }

    /** The model asked for alone; where none was, the automatic one and simple ones beside it. */
    static Contestants of(Optional<ForecastModel> asked, TraceSamples samples, int steps) {
        int day = Math.max(2, (int) Math.round(DAY_SECONDS / samples.stepSeconds()));
        return asked.map(model -> new Contestants(alone(model, day, steps), List.of()))
                .orElseGet(() ->
                        new Contestants(
                                automatic(samples, steps),
                                Stream.of(ForecastModel.NAIVE, ForecastModel.SEASONAL_NAIVE)
                                        .map(peer -> alone(peer, day, steps))
                                        .toList()));
    }

    /** The same, who know the events of a calendar. */
    Contestants with(EventCalendar calendar) {
        return new Contestants(
                with(maker, calendar), peers.stream().map(peer -> with(peer, calendar)).toList());
    }

    private static Supplier<BandForecaster> with(
            Supplier<BandForecaster> model, EventCalendar calendar) {
        return () -> new EventBands(model.get(), calendar);
    }

    /** The maker first. */
    List<Supplier<BandForecaster>> all() {
        return Stream.concat(Stream.of(maker), peers.stream()).toList();
    }

    private static Supplier<BandForecaster> automatic(TraceSamples samples, int steps) {
        Duration step = Duration.ofNanos(Math.round(samples.stepSeconds() * 1e9));
        EnsembleSettings settings = EnsembleSettings.of(step, steps);
        return () -> new SelfFittingEnsemble(settings);
    }

    private static Supplier<BandForecaster> alone(ForecastModel model, int day, int steps) {
        return () -> new EmpiricalIntervals(model.create(day), steps);
    }
}
