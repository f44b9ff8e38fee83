// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.ensemble.EmpiricalIntervals;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.RollingOrigin;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.workload.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A trace forecast by the model that did best on it.
 *
 * @param series the trace's samples at equal steps
 * @param origins where the rolling back-test forecast from
 * @param accuracy of every model that was tried
 */
record TraceForecast(
        Trace trace,
        RegularSeries series,
        ForecastModel model,
        List<Instant> origins,
        Map<ForecastModel, List<HorizonAccuracy>> accuracy,
        Forecast forecast) {

    private static final int ORIGINS = 40;
    private static final int LONGEST = 10_000;
    private static final int MOST_SAMPLES = 10_000_000;
    private static final double LEAST_SAMPLE_SECONDS = 0.1;
    private static final long DAY_SECONDS = 86_400;
    private static final List<Duration> USUAL_HORIZONS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    /** Tries the models in turn; {@code done} is called after each. */
    static TraceForecast of(
            Trace trace, Duration horizon, List<ForecastModel> models, Runnable done) {
        requireFeasible(trace);
        RegularSeries series = series(trace);
        int steps = steps(trace, horizon);
        int[] horizons = horizons(trace, steps);
        RollingOrigin rolling = new RollingOrigin(series, horizons);
        int[] origins = origins(trace, rolling);
        Map<ForecastModel, List<HorizonAccuracy>> accuracy = new EnumMap<>(ForecastModel.class);
        for (ForecastModel model : models) {
            accuracy.put(model, rolling.accuracy(maker(trace, model, steps), origins));
            done.run();
        }
        ForecastModel best = best(accuracy);
        List<Instant> times =
                IntStream.of(origins).mapToObj(origin -> instant(trace, origin)).toList();
        Forecast forecast = forecast(series, maker(trace, best, steps).get(), steps);
        return new TraceForecast(trace, series, best, times, accuracy, forecast);
    }

    /** The instant of a sample, counted from 0; those after the last are still to come. */
    static Instant instant(Trace trace, long sample) {
        Instant start = trace.start().orElse(BacktestSettings.Replay.DEFAULT.start());
        return start.plusMillis(Math.round(sample * trace.sampleSeconds() * 1000));
    }

    int samples() {
        return series.size();
    }

    long gaps() {
        return IntStream.range(0, series.size()).filter(i -> !series.isPresent(i)).count();
    }

    private static void requireFeasible(Trace trace) {
        double step = trace.sampleSeconds();
        if (step < LEAST_SAMPLE_SECONDS) {
            throw new InvalidInputException(
                    trace.name(),
                    "sample step",
                    step + " s",
                    "give samples of at least %s s".formatted(LEAST_SAMPLE_SECONDS));
        }
        double samples = trace.time(trace.size() - 1) / step + 1;
        if (samples > MOST_SAMPLES) {
            throw new InvalidInputException(
                    trace.name(),
                    "length",
                    "%.0f samples of %s s".formatted(samples, step),
                    "at most %d can be forecast; check that its times are seconds, or give only"
                                    .formatted(MOST_SAMPLES)
                            + " its last part");
        }
    }

    private static int[] origins(Trace trace, RollingOrigin rolling) {
        try {
            return rolling.spreadOrigins(ORIGINS);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(trace.name() + ": " + e.getMessage());
        }
    }

    private static RegularSeries series(Trace trace) {
        double step = trace.sampleSeconds();
        int size = (int) Math.round(trace.time(trace.size() - 1) / step) + 1;
        double[] values = new double[size];
        BitSet absent = new BitSet(size);
        absent.set(0, size);
        for (int i = 0; i < trace.size(); i++) {
            int slot = (int) Math.round(trace.time(i) / step);
            values[slot] = trace.value(i);
            absent.clear(slot);
        }
        return new RegularSeries(values, absent);
    }

    private static int steps(Trace trace, Duration horizon) {
        long steps = Math.round(horizon.toMillis() / 1000.0 / trace.sampleSeconds());
        if (steps < 1 || steps > LONGEST) {
            throw new InvalidInputException(
                    "--horizon",
                    "duration",
                    DurationText.of(horizon),
                    "give 1 to %d samples of %s s".formatted(LONGEST, trace.sampleSeconds()));
        }
        return (int) steps;
    }

    private static int[] horizons(Trace trace, int steps) {
        return IntStream.concat(
                        USUAL_HORIZONS.stream()
                                .mapToInt(
                                        usual -> (int) (usual.toSeconds() / trace.sampleSeconds()))
                                .filter(usual -> usual >= 1 && usual < steps),
                        IntStream.of(steps))
                .toArray();
    }

    private static Supplier<EmpiricalIntervals> maker(Trace trace, ForecastModel model, int steps) {
        int day = Math.max(2, (int) Math.round(DAY_SECONDS / trace.sampleSeconds()));
        return () -> new EmpiricalIntervals(model.create(day), steps);
    }

    private static ForecastModel best(Map<ForecastModel, List<HorizonAccuracy>> accuracy) {
        ForecastModel best = accuracy.keySet().iterator().next();
        for (ForecastModel model : accuracy.keySet()) {
            if (loss(accuracy.getOrDefault(model, List.of()))
                    < loss(accuracy.getOrDefault(best, List.of()))) {
                best = model;
            }
        }
        return best;
    }

    private static double loss(List<HorizonAccuracy> horizons) {
        DoubleStream losses =
                horizons.stream()
                        .filter(h -> h.wql().isPresent())
                        .mapToDouble(h -> h.wql().orElse(0));
        return losses.average().orElse(Double.POSITIVE_INFINITY);
    }

    private static Forecast forecast(RegularSeries series, EmpiricalIntervals model, int steps) {
        for (int i = 0; i < series.size(); i++) {
            if (series.isPresent(i)) {
                model.observe(series.at(i));
            } else {
                model.observeGap();
            }
        }
        return model.forecast(steps);
    }
}
