// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.HorizonAccuracy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One of our models on a course: it sees the series once from the start, and is timed at the
 * origins. Not thread-safe.
 */
final class OwnRun {
    private static final int COLD_STARTS = 5;
    private static final int DAYS_OF_HISTORY = 14;
    private static final double NANOS_PER_MICRO = 1000;

    private final Course course;
    private final String model;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    OwnRun(Course course, String model) {
        this.course = course;
        this.model = model;
    }

    List<Pair> pairs() {
        Warm warm = new Warm();
        List<HorizonAccuracy> accuracies = course.rolling().accuracy(warm, course.originArray());
        return Pair.all(course, model, accuracies, new Cost(coldMicros(), warm.meanMicros()));
    }

    /**
     * CPU time from nothing to a forecast, like a peer's: a new forecaster sees up to two weeks of
     * history. Mean over a few of the origins, after one that is not counted.
     */
    private double coldMicros() {
        List<Integer> origins = course.origins();
        int starts = Math.min(COLD_STARTS, origins.size());
        long _ = coldNanos(origins.getFirst());
        long nanos = 0;
        for (int start = 0; start < starts; start++) {
            nanos += coldNanos(origins.get(start * origins.size() / starts));
        }
        return nanos / NANOS_PER_MICRO / starts;
    }

    private long coldNanos(int origin) {
        long begin = clock.getCurrentThreadCpuTime();
        BandForecaster forecaster = create();
        int from = Math.max(0, origin + 1 - DAYS_OF_HISTORY * course.day());
        forecaster.observe(course.series(), from, origin + 1);
        Forecast _ = forecaster.forecast(course.longest());
        return clock.getCurrentThreadCpuTime() - begin;
    }

    private BandForecaster create() {
        return OwnModels.create(model, course.stepSeconds(), course.longest(), course.day());
    }

    /** Forecasts from one origin after the other, and times a sample and its forecast there. */
    private final class Warm implements IntFunction<Forecast> {
        private final BandForecaster forecaster = create();
        private int next;
        private int forecasts;
        private long nanos;

        @Override
        public Forecast apply(int origin) {
            forecaster.observe(course.series(), next, origin);
            long begin = clock.getCurrentThreadCpuTime();
            forecaster.observe(course.series(), origin, origin + 1);
            Forecast forecast = forecaster.forecast(course.longest());
            nanos += clock.getCurrentThreadCpuTime() - begin;
            forecasts++;
            next = origin + 1;
            return forecast;
        }

        double meanMicros() {
            return nanos / NANOS_PER_MICRO / Math.max(1, forecasts);
        }
    }
}
