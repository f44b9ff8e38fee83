// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Brownian bridges between the samples of a trace, cut at zero.
 *
 * <p>Over one sample step the walk under a bridge has a standard deviation of 0.74 × the median of
 * |x(i+1) − x(i)| over the 12 steps on either side and the step itself: half of what a walk would
 * need to explain all of those differences. Where samples are missing, a difference counts for as
 * much of itself as a walk would do in one sample step, and the bridge over the gap has the walk's
 * variance, in proportion to time.
 *
 * <p>Each bridge is drawn exactly, point after point, from the normal distribution that the point
 * before and the sample at its end leave. Its draws depend on the seed, the trace's name and the
 * sample's index alone, so bridges may be built in any order and by any thread; each bridge is used
 * by one.
 */
final class RoughSegments implements IntFunction<Segment> {
    private static final double DEVIATION_PER_MEDIAN = 0.74;
    private static final int STEPS_EITHER_SIDE = 12;

    private final Trace trace;
    private final long traceSeed;
    private final double[] differences;

    RoughSegments(Trace trace, long seed) {
        this.trace = trace;
        this.traceSeed = mix(mix(seed) + trace.name().hashCode());
        this.differences = new double[trace.size() - 1];
        Arrays.setAll(differences, this::differencePerStep);
    }

    @Override
    public Segment apply(int sample) {
        SplittableRandom random = new SplittableRandom(mix(traceSeed + sample));
        return new Bridge(trace, sample, variancePerSecond(sample), new NormalSource(random));
    }

    private double differencePerStep(int sample) {
        double difference = Math.abs(trace.value(sample + 1) - trace.value(sample));
        double seconds = trace.time(sample + 1) - trace.time(sample);
        return difference * StrictMath.sqrt(trace.sampleSeconds() / seconds);
    }

    private double variancePerSecond(int sample) {
        int from = Math.max(0, sample - STEPS_EITHER_SIDE);
        int to = Math.min(differences.length, sample + STEPS_EITHER_SIDE + 1);
        double deviation =
                DEVIATION_PER_MEDIAN * Median.of(Arrays.copyOfRange(differences, from, to));
        return deviation * deviation / trace.sampleSeconds();
    }

    /** The finaliser of MurmurHash3: neighbouring numbers get unrelated results. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static final class Bridge implements Segment {
        private final double endSeconds;
        private final double endValue;
        private final double variancePerSecond;
        private final NormalSource normal;
        private double lastSeconds;
        private double lastValue;

        private Bridge(Trace trace, int sample, double variancePerSecond, NormalSource normal) {
            this.endSeconds = trace.time(sample + 1);
            this.endValue = trace.value(sample + 1);
            this.variancePerSecond = variancePerSecond;
            this.normal = normal;
            this.lastSeconds = trace.time(sample);
            this.lastValue = trace.value(sample);
        }

        @Override
        public double at(double seconds) {
            double share = (seconds - lastSeconds) / (endSeconds - lastSeconds);
            double variance = variancePerSecond * (endSeconds - seconds) * share;
            lastValue += (endValue - lastValue) * share;
            lastValue += StrictMath.sqrt(variance) * normal.next();
            lastSeconds = seconds;
            return Math.max(0, lastValue);
        }
    }
}
