// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * The plain mean over the seconds from the first record to the newest: a young window is short, and
 * silence at its end does not count as zero, while a hole within does.
 *
 * <p>Source: Knative Serving 0.51, {@code pkg/autoscaler/aggregation/bucketing.go}. Not
 * thread-safe.
 */
final class LinearWindow implements MetricWindow {
    private static final double MILLIONTHS = 1e6;

    private final SecondBuckets buckets;

    LinearWindow(int windowSeconds) {
        buckets = new SecondBuckets(windowSeconds);
    }

    @Override
    public void record(long second, double value) {
        buckets.record(second, value);
    }

    @Override
    public void resize(int windowSeconds, long now) {
        buckets.resize(windowSeconds, now);
    }

    @Override
    public boolean isEmpty(long now) {
        return buckets.isEmpty(now);
    }

    @Override
    public double average(long now) {
        long silence = Math.max(0, buckets.silence(now));
        if (silence >= buckets.windowSeconds()) {
            return 0;
        }
        double seconds = Math.min(buckets.span(), buckets.windowSeconds() - silence);
        return toMillionths(buckets.sum(now) / seconds);
    }

    private static double toMillionths(double value) {
        return roundHalfAway(value * MILLIONTHS) / MILLIONTHS;
    }

    /** {@code Math.round} would take a half below zero towards zero. */
    private static double roundHalfAway(double value) {
        double size = Math.abs(value);
        double whole = Math.floor(size);
        return Math.copySign(size - whole >= 0.5 ? whole + 1 : whole, value);
    }
}
