// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.InvalidInputException;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Demand for every step of a simulation, from the first sample of a trace to its last.
 *
 * <p>A step has the demand of its start, in requests per second, for its whole length. The last
 * step is the one in which the last sample stands. Steps that start at a sample have its value
 * exactly, whatever the {@link Interpolation}; sample times need not be multiples of the step.
 * {@link Interpolation#ROUGH} is linear plus a seeded Brownian bridge, cut at zero, and plainly
 * linear where the sample step is at most two simulation steps.
 *
 * <p>A gap is a time longer than two sample steps between two samples. Demand is interpolated
 * through it, but was not seen: the sample before the gap still speaks for its own sample step;
 * steps that start at the end of that or later, and before the next sample, are not known.
 *
 * <p>Immutable.
 */
public final class DemandCurve {
    private static final int MOST_STEPS = 20_000_000;
    private static final double TIME_ROUNDING_SECONDS = 1e-6;

    private final int stepSeconds;
    private final double[] demand;
    private final boolean[] known;
    private final double peak;

    private DemandCurve(int stepSeconds, double[] demand, boolean[] known) {
        this.stepSeconds = stepSeconds;
        this.demand = demand;
        this.known = known;
        this.peak = Arrays.stream(demand).max().orElseThrow();
    }

    /**
     * The demand of a trace.
     *
     * @param seed of {@link Interpolation#ROUGH}; the others do not use it
     * @throws InvalidInputException if the trace has more than 20 million steps
     */
    public static DemandCurve of(
            Trace trace, int stepSeconds, Interpolation interpolation, long seed) {
        double[] demand = new double[stepCount(trace, stepSeconds)];
        boolean[] known = new boolean[demand.length];
        IntFunction<Segment> segments = segments(trace, stepSeconds, interpolation, seed);
        int step = 0;
        for (int sample = 0; sample + 1 < trace.size(); sample++) {
            Segment segment = segments.apply(sample);
            double knownUntil = knownUntil(trace, sample);
            double end = trace.time(sample + 1);
            for (; startOf(step, stepSeconds) < end; step++) {
                demand[step] = segment.at(startOf(step, stepSeconds));
                known[step] = startOf(step, stepSeconds) < knownUntil;
            }
        }
        if (step < demand.length) {
            demand[step] = trace.value(trace.size() - 1);
            known[step] = true;
        }
        return new DemandCurve(stepSeconds, demand, known);
    }

    /** The demand of each step, all of it known. */
    public static DemandCurve of(int stepSeconds, double... demand) {
        boolean[] known = new boolean[demand.length];
        Arrays.fill(known, true);
        return new DemandCurve(stepSeconds, demand.clone(), known);
    }

    public int steps() {
        return demand.length;
    }

    public int stepSeconds() {
        return stepSeconds;
    }

    /** Requests per second during a step. */
    public double at(int step) {
        return demand[step];
    }

    /** Whether the trace tells the demand of a step, or has a gap there. */
    public boolean known(int step) {
        return known[step];
    }

    /** The largest demand of all steps, in requests per second. */
    public double peak() {
        return peak;
    }

    /** The same curve with every demand times {@code factor}. */
    public DemandCurve scaled(double factor) {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException(
                    "demand cannot be scaled by %s: give a positive number".formatted(factor));
        }
        return new DemandCurve(
                stepSeconds, Arrays.stream(demand).map(value -> value * factor).toArray(), known);
    }

    private static IntFunction<Segment> segments(
            Trace trace, int stepSeconds, Interpolation interpolation, long seed) {
        return switch (interpolation) {
            case HOLD -> sample -> _ -> trace.value(sample);
            case LINEAR -> sample -> seconds -> onLine(trace, sample, seconds);
            case ROUGH ->
                    trace.sampleSeconds() <= 2.0 * stepSeconds
                            ? segments(trace, stepSeconds, Interpolation.LINEAR, seed)
                            : new RoughSegments(trace, seed);
        };
    }

    private static double onLine(Trace trace, int sample, double seconds) {
        double from = trace.time(sample);
        double share = (seconds - from) / (trace.time(sample + 1) - from);
        return trace.value(sample) + (trace.value(sample + 1) - trace.value(sample)) * share;
    }

    private static double knownUntil(Trace trace, int sample) {
        double from = trace.time(sample);
        double to = trace.time(sample + 1);
        boolean gap = to - from > 2 * trace.sampleSeconds() + TIME_ROUNDING_SECONDS;
        return gap ? from + trace.sampleSeconds() : to;
    }

    private static double startOf(int step, int stepSeconds) {
        return (double) step * stepSeconds;
    }

    private static int stepCount(Trace trace, int stepSeconds) {
        if (stepSeconds < 1) {
            throw new IllegalArgumentException("a step of %d s: at least 1".formatted(stepSeconds));
        }
        double steps = StrictMath.floor(trace.time(trace.size() - 1) / stepSeconds) + 1;
        if (steps > MOST_STEPS) {
            throw new InvalidInputException(
                    "trace %s has %.0f steps of %d s, at most %d can be replayed: check that its"
                                    .formatted(trace.name(), steps, stepSeconds, MOST_STEPS)
                            + " times are seconds, replay its last days or take a longer step");
        }
        return (int) steps;
    }
}
