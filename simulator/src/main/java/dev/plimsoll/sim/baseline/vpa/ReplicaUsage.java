// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import java.time.Instant;
import java.util.function.Function;

/**
 * The samples of one replica's container, of which those that come twice, too late or with a
 * negative value are left out, as upstream does.
 *
 * <p>Source: {@code pkg/recommender/model/container.go}. Not thread-safe.
 */
final class ReplicaUsage {
    private final String revision;
    private final Function<Instant, UsageAggregate> aggregate;
    private final MemoryWindow memory;
    private Instant lastCpu = Instant.MIN;

    /**
     * The usage of a replica from which nothing was seen yet.
     *
     * @param aggregate where its samples go: the aggregate of its revision, made anew where there
     *     is none at that time
     */
    ReplicaUsage(String revision, Function<Instant, UsageAggregate> aggregate) {
        this.revision = revision;
        this.aggregate = aggregate;
        this.memory = new MemoryWindow(aggregate);
    }

    String revision() {
        return revision;
    }

    boolean addCpu(Instant at, double cores) {
        if (cores < 0 || !at.isAfter(lastCpu)) {
            return false;
        }
        aggregate.apply(at).addCpu(Amount.ofMeasuredCores(cores), at);
        lastCpu = at;
        return true;
    }

    boolean addMemory(Instant at, long bytes) {
        return bytes >= 0 && memory.add(at, new Amount(bytes));
    }

    boolean addOom(Instant at, Amount requested) {
        return memory.addOom(at, requested);
    }
}
