// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import java.time.Duration;
import java.time.Instant;

/**
 * How many CPU samples there were, from when to when: how much history a recommendation rests on.
 * Memory samples do not count, as upstream does not count them, not even for memory.
 *
 * <p>Source: {@code pkg/recommender/model/aggregate_container_state.go}, and {@code getConfidence}
 * in {@code pkg/recommender/logic/estimator.go}. Immutable.
 */
record SampleSpan(Instant first, Instant last, long samples) {
    static final SampleSpan NONE = new SampleSpan(Instant.EPOCH, Instant.EPOCH, 0);

    private static final double NANOS_PER_MINUTE = 60e9;

    boolean isEmpty() {
        return samples == 0;
    }

    SampleSpan with(Instant at) {
        return joined(new SampleSpan(at, at, 1));
    }

    SampleSpan joined(SampleSpan other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Instant start = other.first.isBefore(first) ? other.first : first;
        Instant end = other.last.isAfter(last) ? other.last : last;
        return new SampleSpan(start, end, samples + other.samples);
    }

    /**
     * The history in intervals (days, by default): the span, or what the samples are worth at one a
     * minute, if that is less.
     */
    double intervals(Duration interval) {
        double spans = (double) Duration.between(first, last).toNanos() / interval.toNanos();
        return Math.min(spans, samples / minutes(interval));
    }

    private static double minutes(Duration interval) {
        Duration rest = interval.minusMinutes(interval.toMinutes());
        return interval.toMinutes() + rest.toNanos() / NANOS_PER_MINUTE;
    }
}
