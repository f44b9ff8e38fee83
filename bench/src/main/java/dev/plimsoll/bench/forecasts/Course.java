// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.bench.TraceName;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.RollingOrigin;
import dev.plimsoll.sim.workload.RegularSamples;
import dev.plimsoll.sim.workload.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What every forecaster goes through on a trace. The origins are the same at all horizons, so that
 * one fit serves them all: spread evenly over the latter half of what the longest horizon leaves.
 *
 * @param trace its name
 * @param horizons those that the trace allows, the shortest first; at least one
 * @param origins the last sample that is known to each forecast, ascending
 */
record Course(
        String trace,
        double stepSeconds,
        RegularSeries series,
        List<Horizon> horizons,
        List<Integer> origins) {
    private static final double DAY_SECONDS = 86_400;

    Course {
        horizons = List.copyOf(horizons);
        origins = List.copyOf(origins);
    }

    /**
     * The course of a trace; empty if it is too short for ten origins at any horizon.
     *
     * @param most origins, at least 10; a short trace has as many as its samples allow
     */
    static Optional<Course> of(Trace trace, int most) {
        RegularSeries series = RegularSamples.of(trace);
        double step = trace.sampleSeconds();
        List<Horizon> horizons =
                Arrays.stream(Horizon.values())
                        .filter(horizon -> allows(series, horizon.steps(step)))
                        .toList();
        if (horizons.isEmpty()) {
            return Optional.empty();
        }
        int longest = horizons.getLast().steps(step);
        int count = Math.min(most, possibleOrigins(series, longest));
        int[] origins = new RollingOrigin(series, longest).spreadOrigins(count);
        return Optional.of(
                new Course(
                        trace.name(),
                        step,
                        series,
                        horizons,
                        Arrays.stream(origins).boxed().toList()));
    }

    private static boolean allows(RegularSeries series, int steps) {
        return steps >= 1
                && steps <= Horizon.MOST_STEPS
                && possibleOrigins(series, steps) >= RollingOrigin.LEAST_ORIGINS;
    }

    /** In the latter half, as {@link RollingOrigin#spreadOrigins} counts. */
    private static int possibleOrigins(RegularSeries series, int steps) {
        int last = series.size() - 1 - steps;
        return last - last / 2 + 1;
    }

    /** Steps of the longest horizon. */
    int longest() {
        return horizons.getLast().steps(stepSeconds);
    }

    /** Samples in a day, at least 2. */
    int day() {
        return Math.max(2, (int) Math.round(DAY_SECONDS / stepSeconds));
    }

    RollingOrigin rolling() {
        return new RollingOrigin(
                series,
                horizons.stream().mapToInt(horizon -> horizon.steps(stepSeconds)).toArray());
    }

    int[] originArray() {
        return origins.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What the trace is of: its name up to the first underscore. */
    String kind() {
        return new TraceName(trace).kind();
    }

    /** Whether the trace is one of the third that nothing is chosen by. */
    boolean isHeldBack() {
        return new TraceName(trace).isHeldBack();
    }
}
