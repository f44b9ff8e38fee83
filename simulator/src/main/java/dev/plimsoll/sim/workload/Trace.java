// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Demand as it was once measured: samples at strictly rising times, in seconds from the first, each
 * a finite demand per second of at least 0. Missing samples are simply not there. Immutable.
 */
public final class Trace {
    private static final double SECONDS_PER_DAY = 86_400;

    private final String name;
    private final TraceOrigin origin;
    private final double sampleSeconds;
    private final double[] times;
    private final double[] values;

    private Trace(
            String name,
            TraceOrigin origin,
            double sampleSeconds,
            double[] times,
            double[] values) {
        this.name = name;
        this.origin = origin;
        this.sampleSeconds = sampleSeconds;
        this.times = times;
        this.values = values;
        requireSamples();
    }

    /**
     * A trace of at least two samples, at an unknown time of the calendar.
     *
     * @param times seconds; the first is 0
     * @param values demand per second
     */
    public static Trace of(String name, double[] times, double[] values) {
        if (times.length < 2) {
            throw new IllegalArgumentException(
                    "trace %s has %d samples, at least 2 are needed".formatted(name, times.length));
        }
        return new Trace(
                name, TraceOrigin.UNKNOWN, medianStep(times), times.clone(), values.clone());
    }

    /** A trace without gaps; one sample is enough. */
    public static Trace regular(String name, double sampleSeconds, double... values) {
        double[] times = new double[values.length];
        Arrays.setAll(times, i -> i * sampleSeconds);
        return new Trace(name, TraceOrigin.UNKNOWN, sampleSeconds, times, values.clone());
    }

    /** The same samples with the first one at {@code instant}. */
    public Trace startingAt(Instant instant) {
        return beginningAt(TraceOrigin.at(instant));
    }

    /** The same samples with the first one there. */
    Trace beginningAt(TraceOrigin first) {
        return new Trace(name, first, sampleSeconds, times, values);
    }

    /**
     * The samples of the last {@code days} days, counted back from the end of the last sample's own
     * step; times start at 0 again. A trace that is no longer than that stays as it is.
     */
    public Trace lastDays(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("last %d days: at least 1".formatted(days));
        }
        double from = lengthSeconds() - days * SECONDS_PER_DAY;
        return from <= 0 ? this : from(Math.min(firstAtOrAfter(from), size() - 1));
    }

    /** The file's name without {@code .csv}. */
    public String name() {
        return name;
    }

    /** The calendar time of the first sample, where the trace told it. */
    public Optional<Instant> start() {
        return origin.instant();
    }

    /**
     * The first sample's time as the trace's own time column counts, in seconds; of ISO-8601 times
     * those since 1970, and 0 of a trace that no file told.
     */
    public double firstSeconds() {
        return origin.seconds();
    }

    /** The nominal time between samples: the median of the differences. */
    public double sampleSeconds() {
        return sampleSeconds;
    }

    public int size() {
        return times.length;
    }

    /** Seconds from the first sample to sample {@code index}. */
    public double time(int index) {
        return times[index];
    }

    /** Seconds from the first sample to the end of the last one's own step. */
    public double lengthSeconds() {
        return times[size() - 1] + sampleSeconds;
    }

    /** Demand per second at sample {@code index}. */
    public double value(int index) {
        return values[index];
    }

    private Trace from(int first) {
        double skipped = times[first];
        double[] kept = Arrays.copyOfRange(times, first, size());
        for (int i = 0; i < kept.length; i++) {
            kept[i] -= skipped;
        }
        double step = kept.length < 2 ? sampleSeconds : medianStep(kept);
        TraceOrigin later = origin.plus(skipped);
        return new Trace(name, later, step, kept, Arrays.copyOfRange(values, first, size()));
    }

    private int firstAtOrAfter(double seconds) {
        int found = Arrays.binarySearch(times, seconds);
        return found >= 0 ? found : -found - 1;
    }

    private static double medianStep(double[] times) {
        double[] steps = new double[times.length - 1];
        Arrays.setAll(steps, i -> times[i + 1] - times[i]);
        return Median.of(steps);
    }

    private void requireSamples() {
        if (times.length != values.length || times.length == 0) {
            throw invalid("%d values for %d times".formatted(values.length, times.length));
        }
        if (times[0] != 0) {
            throw invalid("the first time %s is not 0".formatted(times[0]));
        }
        for (int i = 0; i < times.length; i++) {
            requireSample(i);
        }
    }

    private void requireSample(int index) {
        double time = times[index];
        if (!Double.isFinite(time) || (index > 0 && time <= times[index - 1])) {
            throw invalid("time %s of sample %d is not later".formatted(time, index));
        }
        if (!Double.isFinite(values[index]) || values[index] < 0) {
            throw invalid("value %s of sample %d is no demand".formatted(values[index], index));
        }
    }

    private IllegalArgumentException invalid(String problem) {
        return new IllegalArgumentException("trace %s: %s".formatted(name, problem));
    }
}
