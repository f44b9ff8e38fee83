// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.RollingOrigin;
import dev.plimsoll.forecast.structure.SeriesStructure;
import dev.plimsoll.forecast.structure.Symptom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A trace forecast, with how well such forecasts did on it.
 *
 * @param runs of the model that forecast, then of simpler ones to compare with, if any
 * @param symptoms what is worth to know of the trace, for people
 */
record TraceForecast(
        TraceSamples samples, ForecastOrigins origins, List<ModelRun> runs, List<String> symptoms) {

    private static final List<Duration> USUAL_HORIZONS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    TraceForecast {
        runs = List.copyOf(runs);
        symptoms = List.copyOf(symptoms);
    }

    /** Scores at the usual horizons below the one asked for, and at that. */
    static RollingOrigin rolling(TraceSamples samples, int steps) {
        IntStream shorter =
                USUAL_HORIZONS.stream()
                        .mapToInt(usual -> (int) (usual.toSeconds() / samples.stepSeconds()))
                        .filter(usual -> usual >= 1 && usual < steps);
        int[] horizons = IntStream.concat(shorter, IntStream.of(steps)).toArray();
        return new RollingOrigin(samples.series(), horizons);
    }

    /** Lets the contestants forecast in turn; {@code done} is called after each. */
    static TraceForecast of(
            TraceSamples samples,
            int steps,
            ForecastOrigins origins,
            Contestants contestants,
            Runnable done) {
        RollingOrigin rolling = rolling(samples, steps);
        List<ModelRun> runs = new ArrayList<>();
        for (Supplier<BandForecaster> model : contestants.all()) {
            runs.add(ModelRun.of(samples, rolling, origins, model.get(), steps));
            done.run();
        }
        return new TraceForecast(samples, origins, runs, symptoms(samples, runs.getFirst()));
    }

    private static List<String> symptoms(TraceSamples samples, ModelRun run) {
        Stream<String> ofSeries =
                SeriesStructure.of(samples.series(), samples.stepSeconds()).symptoms().stream()
                        .map(Symptom::text);
        return Stream.concat(ofSeries, run.distrust().stream()).toList();
    }

    /** Of the model that forecast. */
    ModelRun run() {
        return runs.getFirst();
    }

    /** How far ahead, in samples. */
    int steps() {
        return run().from(origins.listed().getFirst()).horizon();
    }
}
