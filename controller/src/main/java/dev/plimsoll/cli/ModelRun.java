// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.forecast.RollingOrigin;
import dev.plimsoll.forecast.calendar.EventBands;
import dev.plimsoll.forecast.ensemble.SelfFittingEnsemble;
import dev.plimsoll.forecast.ensemble.Trust;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one model made of a series that it was led through once.
 *
 * @param name what the model calls itself
 * @param accuracy at each horizon
 * @param forecasts by the index of the last sample known; at least one
 * @param shares who made the last of them
 * @param trust whether the band so far ahead has held of late, where the model knows
 */
record ModelRun(
        String name,
        List<HorizonAccuracy> accuracy,
        NavigableMap<Integer, Forecast> forecasts,
        List<ModelShare> shares,
        Trust trust) {

    /**
     * @param model without history
     * @param steps how far the forecasts reach
     */
    static ModelRun of(
            TraceSamples samples,
            RollingOrigin rolling,
            ForecastOrigins origins,
            BandForecaster model,
            int steps) {
        KeptForecasts kept = new KeptForecasts(model, samples.series(), steps, origins.all());
        List<HorizonAccuracy> accuracy = rolling.accuracy(kept, scored(origins));
        String name = kept.kept().lastEntry().getValue().forecaster();
        return new ModelRun(
                name,
                accuracy,
                kept.kept(),
                ModelShare.of(model, name, steps),
                trust(model, steps));
    }

    private static Trust trust(BandForecaster model, int steps) {
        return switch (model) {
            case EventBands events -> trust(events.baseline(), steps);
            case SelfFittingEnsemble ensemble -> ensemble.trust(steps);
            default -> new Trust.Unknown(0);
        };
    }

    /** What is worth to know of the band, for people. */
    Optional<String> distrust() {
        return trust instanceof Trust.Lost(double coverage, double allowed)
                ? Optional.of(
                        "the 90 %% band held %.0f %% of the time of late, and only %.0f points off would be chance: do not rely on it"
                                .formatted(100 * coverage, 100 * allowed))
                : Optional.empty();
    }

    /** The last one of all too, though nothing may follow it: the model is led up to there. */
    private static int[] scored(ForecastOrigins origins) {
        return IntStream.concat(
                        origins.scored().stream().mapToInt(Integer::intValue),
                        IntStream.of(origins.all().last()))
                .toArray();
    }

    /** The forecast from one of the origins. */
    Forecast from(int origin) {
        Forecast forecast = forecasts.get(origin);
        if (forecast == null) {
            throw new IllegalStateException("no forecast was kept from sample " + origin);
        }
        return forecast;
    }
}
