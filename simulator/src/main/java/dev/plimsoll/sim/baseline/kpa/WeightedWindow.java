// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * An exponentially weighted mean: each second counts less than the next by the same factor, chosen
 * so that the whole window holds 99.99 % of the weight, and never slower than a fifth a second.
 * Seconds of silence at the end cost weight; a young window is not scaled up.
 *
 * <p>Source: Knative Serving 0.51, {@code pkg/autoscaler/aggregation/bucketing.go}. Not
 * thread-safe.
 */
final class WeightedWindow implements MetricWindow {
    /** The share of the weight that may lie outside the window. */
    private static final double WEIGHT_OUTSIDE = 0.0001;

    private static final double LEAST_SMOOTHING = 0.2;

    private final SecondBuckets buckets;
    private double smoothing;

    WeightedWindow(int windowSeconds) {
        buckets = new SecondBuckets(windowSeconds);
        smoothing = smoothing(windowSeconds);
    }

    private static double smoothing(int windowSeconds) {
        double enough = 1 - StrictMath.pow(WEIGHT_OUTSIDE, 1.0 / windowSeconds);
        return Math.max(enough, LEAST_SMOOTHING);
    }

    @Override
    public void record(long second, double value) {
        buckets.record(second, value);
    }

    @Override
    public void resize(int windowSeconds, long now) {
        buckets.resize(windowSeconds, now);
        smoothing = smoothing(windowSeconds);
    }

    @Override
    public boolean isEmpty(long now) {
        return buckets.isEmpty(now);
    }

    @Override
    public double average(long now) {
        return isEmpty(now) ? 0 : weightedSum((int) Math.max(0, buckets.silence(now)));
    }

    private double weightedSum(int silence) {
        double weight = smoothing * StrictMath.pow(1 - smoothing, silence);
        double sum = 0;
        for (int age = 0; age < buckets.windowSeconds() - silence; age++) {
            sum += buckets.beforeNewest(age) * weight;
            weight *= 1 - smoothing;
        }
        return sum;
    }
}
