// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a container's usage: distributions of its CPU samples and of its memory peaks,
 * each peak with the time at which its window ends.
 *
 * <p>A CPU sample weighs 0.1, whatever the container requests. (Earlier releases took the request
 * where that is more; 1.4.1 does not.) A memory peak weighs 1.
 *
 * <p>Source: {@code pkg/recommender/model/aggregate_container_state.go} and {@code
 * aggregations_config.go}. Not thread-safe.
 */
final class UsageAggregate {
    private static final double CPU_WEIGHT = 0.1;
    private static final double PEAK_WEIGHT = 1;
    private static final double GROWTH = 0.05;
    private static final double EPSILON = 1e-4;
    private static final Duration HALF_LIFE = Duration.ofHours(24);
    private static final Duration LIFETIME = MemoryWindow.LENGTH.multipliedBy(8);

    /** Of cores: the first 0.01 wide, the last from 1000 on. */
    static final ExponentialBuckets CPU_BUCKETS =
            ExponentialBuckets.reaching(1000, 0.01, 1 + GROWTH, EPSILON);

    /** Of bytes: the first 10 MB wide, the last from 1 TB on. */
    static final ExponentialBuckets MEMORY_BUCKETS =
            ExponentialBuckets.reaching(1e12, 1e7, 1 + GROWTH, EPSILON);

    private final Instant created;
    private final DecayingHistogram cpu = new DecayingHistogram(CPU_BUCKETS, HALF_LIFE);
    private final DecayingHistogram memory = new DecayingHistogram(MEMORY_BUCKETS, HALF_LIFE);
    private SampleSpan span = SampleSpan.NONE;

    UsageAggregate(Instant created) {
        this.created = created;
    }

    void addCpu(Amount usage, Instant at) {
        cpu.add(usage.cores(), CPU_WEIGHT, at);
        span = span.with(at);
    }

    void addPeak(Amount peak, Instant windowEnd) {
        memory.add((double) peak.units(), PEAK_WEIGHT, windowEnd);
    }

    void removePeak(Amount peak, Instant windowEnd) {
        memory.subtract((double) peak.units(), PEAK_WEIGHT, windowEnd);
    }

    void merge(UsageAggregate other) {
        cpu.merge(other.cpu);
        memory.merge(other.memory);
        span = span.joined(other.span);
    }

    /** The usage that this share of the weight stays under. */
    Amount percentile(Resource resource, double share) {
        return switch (resource) {
            case CPU -> Amount.ofCores(cpu.percentile(share));
            case MEMORY -> Amount.of(memory.percentile(share));
        };
    }

    SampleSpan span() {
        return span;
    }

    /** Whether its last CPU sample, or without any its beginning, is eight memory windows ago. */
    boolean isExpired(Instant now) {
        Instant since = span.isEmpty() ? created : span.last();
        return Duration.between(since, now).compareTo(LIFETIME) >= 0;
    }
}
