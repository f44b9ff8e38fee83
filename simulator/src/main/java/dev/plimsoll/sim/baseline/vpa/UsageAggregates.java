// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One aggregate for each revision of a workload, because upstream has one for each set of labels,
 * and a Deployment labels its pods with the hash of their template. All replicas of a revision
 * share it. A recommendation rests on all of them together.
 *
 * <p>Once an hour at most, those go whose last sample is eight days old, and those without a CPU
 * sample that no living replica stands for.
 *
 * <p>Source: {@code pkg/recommender/model/cluster.go}; {@code AggregateStateByContainerName} in
 * {@code aggregate_container_state.go}. Upstream merges in no particular order, here it is that of
 * the revisions' names. Not thread-safe.
 */
final class UsageAggregates {
    private static final Duration CLEANING_INTERVAL = Duration.ofHours(1);

    private final SortedMap<String, UsageAggregate> byRevision = new TreeMap<>();
    private Instant lastCleaning = Instant.EPOCH;

    /** The aggregate of a revision, a new one where there is none. */
    UsageAggregate of(String revision, Instant at) {
        return byRevision.computeIfAbsent(revision, ignored -> new UsageAggregate(at));
    }

    /** All of them in one, where there are any. */
    Optional<UsageAggregate> merged(Instant now) {
        if (byRevision.isEmpty()) {
            return Optional.empty();
        }
        var all = new UsageAggregate(now);
        byRevision.values().forEach(all::merge);
        return Optional.of(all);
    }

    /**
     * Removes what is too old, if an hour has passed since the last time.
     *
     * @param living the revisions of the replicas that there are
     */
    void clean(Instant now, Set<String> living) {
        if (Duration.between(lastCleaning, now).compareTo(CLEANING_INTERVAL) >= 0) {
            lastCleaning = now;
            byRevision
                    .entrySet()
                    .removeIf(entry ->
                            entry.getValue().isExpired(now)
                                    || isIdle(entry.getValue(), entry.getKey(), living));
        }
    }

    private static boolean isIdle(UsageAggregate aggregate, String revision, Set<String> living) {
        return aggregate.span().isEmpty() && !living.contains(revision);
    }
}
