// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import java.time.Duration;
import java.time.Instant;

/**
 * A histogram that forgets: a sample of a half-life ago weighs half of a fresh one. Nothing is
 * taken away for it. A sample of time t is added with its weight times 2^((t − reference) /
 * half-life), so the younger weigh more. Before these weights grow too large, past 100 half-lives,
 * the reference moves to the whole half-life nearest to the sample, and all weights become smaller
 * by the power of two between; those that come under epsilon no longer count.
 *
 * <p>Half-lives are counted from the beginning of the year 1, where the reference of a new
 * histogram is, and from where Go counts time. A span is at most 292 years of nanoseconds, as in
 * Go.
 *
 * <p>Source: {@code pkg/recommender/util/decaying_histogram.go}. Not thread-safe.
 */
final class DecayingHistogram {
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final int MAX_EXPONENT = 100;

    private final Histogram histogram;
    private final Duration halfLife;
    private Instant reference = BEGINNING;

    DecayingHistogram(ExponentialBuckets buckets, Duration halfLife) {
        this.histogram = new Histogram(buckets);
        this.halfLife = halfLife;
    }

    void add(double value, double weight, Instant at) {
        histogram.add(value, weight * growth(at));
    }

    /** Takes back a sample that was added with the same value, weight and time. */
    void subtract(double value, double weight, Instant at) {
        histogram.subtract(value, weight * growth(at));
    }

    /** Adds all that is in the other one; the older reference of both is moved to the younger. */
    void merge(DecayingHistogram other) {
        if (!halfLife.equals(other.halfLife)) {
            throw new IllegalArgumentException(
                    "half-lives %s and %s: give both histograms the same"
                            .formatted(halfLife, other.halfLife));
        }
        if (reference.isBefore(other.reference)) {
            moveReference(other.reference);
        } else if (other.reference.isBefore(reference)) {
            other.moveReference(reference);
        }
        histogram.merge(other.histogram);
    }

    double percentile(double share) {
        return histogram.percentile(share);
    }

    boolean isEmpty() {
        return histogram.isEmpty();
    }

    /** The weight of all samples, as of the reference. */
    double total() {
        return histogram.total();
    }

    private double growth(Instant at) {
        if (at.isAfter(reference.plus(halfLife.multipliedBy(MAX_EXPONENT)))) {
            moveReference(at);
        }
        return StrictMath.pow(2, halfLives(reference, at));
    }

    private void moveReference(Instant at) {
        Instant next = nearestHalfLife(at);
        double exponent = Math.floor(halfLives(next, reference) + 0.5);
        histogram.scale(Math.scalb(1.0, (int) exponent));
        reference = next;
    }

    private Instant nearestHalfLife(Instant at) {
        Duration since = Duration.between(BEGINNING, at);
        Duration rest = since.minus(halfLife.multipliedBy(since.dividedBy(halfLife)));
        boolean early = rest.plus(rest).compareTo(halfLife) < 0;
        return early ? at.minus(rest) : at.plus(halfLife).minus(rest);
    }

    private double halfLives(Instant from, Instant to) {
        return (double) nanoseconds(Duration.between(from, to)) / halfLife.toNanos();
    }

    private static long nanoseconds(Duration span) {
        if (span.abs().compareTo(LONGEST) > 0) {
            return span.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return span.toNanos();
    }
}
