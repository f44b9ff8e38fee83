// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Kubernetes' Vertical Pod Autoscaler would recommend for a container of a workload, of which
 * each replica has one.
 *
 * <p>The model: each replica gives its CPU samples to a distribution in which a day halves what
 * they weigh, and of its memory the highest sample of every 24 h ({@link MemoryWindow}). Replicas
 * of a revision share the distributions ({@link UsageAggregates}). A recommendation is a percentile
 * with a margin, whose bounds are wide while there is little history ({@link BoundEstimators}),
 * capped by the container's policy.
 *
 * <p>As upstream, it recommends the minimum for a container that is known but has no samples, and
 * takes a sample for the time at which its measurement began. The two post-processors that are off
 * by default (whole cores, memory in round numbers) and the maximum of a whole cluster are left
 * out, and so are checkpoints: it is not restarted. The number of containers by which the minimum
 * is shared does not change, while upstream forgets one that gave no sample in eight days.
 *
 * <p>Values that upstream ignores are ignored: negative usage; a CPU sample that is not after its
 * replica's last; a memory sample before the last; a kill before the present window. Not
 * thread-safe.
 *
 * <p>Source: Kubernetes autoscaler, vertical-pod-autoscaler 1.4.1, {@code pkg/recommender}, with
 * the defaults of its flags.
 */
public final class VpaRecommender {
    private final ContainerPolicy policy;
    private final BoundEstimators cpu;
    private final BoundEstimators memory;
    private final UsageAggregates aggregates = new UsageAggregates();
    private final SortedMap<String, ReplicaUsage> replicas = new TreeMap<>();

    /**
     * A recommender that knows no replica yet.
     *
     * @param containers how many containers a pod has, at least 1
     */
    public VpaRecommender(int containers, ContainerPolicy policy) {
        if (containers < 1) {
            throw new IllegalArgumentException(
                    "containers %d: a pod has at least 1".formatted(containers));
        }
        this.policy = policy;
        this.cpu = BoundEstimators.of(Resource.CPU, containers);
        this.memory = BoundEstimators.of(Resource.MEMORY, containers);
    }

    /** A replica of a revision came to be. */
    public void start(String replica, String revision, Instant at) {
        if (replicas.containsKey(replica)) {
            throw new IllegalArgumentException(
                    "replica '%s' is there already: stop it first".formatted(replica));
        }
        var usage = new ReplicaUsage(revision, time -> aggregates.of(revision, time));
        replicas.put(replica, usage);
        aggregates.of(revision, at);
    }

    /** A replica is gone; what it used is remembered. */
    public void stop(String replica) {
        replicas.remove(replica, usage(replica));
    }

    /**
     * CPU that a replica used on average.
     *
     * @param at when the measurement began
     * @return whether the sample was taken
     */
    public boolean addCpu(String replica, Instant at, double cores) {
        if (!Double.isFinite(cores)) {
            throw new IllegalArgumentException(
                    "cores %s of replica '%s': give a finite number, or no sample"
                            .formatted(cores, replica));
        }
        return usage(replica).addCpu(at, cores);
    }

    /**
     * Memory that a replica used.
     *
     * @param at when the measurement began
     * @return whether the sample was taken
     */
    public boolean addMemory(String replica, Instant at, long bytes) {
        return usage(replica).addMemory(at, bytes);
    }

    /**
     * A replica was killed for want of memory.
     *
     * @param requestedBytes what it had requested; zero if nothing
     * @return whether the kill was taken
     */
    public boolean recordOom(String replica, Instant at, long requestedBytes) {
        if (requestedBytes < 0) {
            throw new IllegalArgumentException(
                    "requestedBytes %d of replica '%s': give 0 or more"
                            .formatted(requestedBytes, replica));
        }
        return usage(replica).addOom(at, new Amount(requestedBytes));
    }

    /**
     * What it recommends now; nothing before the first replica, and once all that was known of them
     * is too old. Ends with forgetting what is, as each of upstream's passes does.
     */
    public Optional<Recommendation> recommend(Instant now) {
        Optional<Recommendation> recommendation = aggregates.merged(now).map(this::recommend);
        aggregates.clean(now, revisions());
        return recommendation;
    }

    private Recommendation recommend(UsageAggregate usage) {
        return new Recommendation(
                cpu.recommend(usage, policy.cpu()), memory.recommend(usage, policy.memory()));
    }

    private Set<String> revisions() {
        Set<String> revisions = new TreeSet<>();
        replicas.values().forEach(usage -> revisions.add(usage.revision()));
        return revisions;
    }

    private ReplicaUsage usage(String replica) {
        ReplicaUsage usage = replicas.get(replica);
        if (usage == null) {
            throw new IllegalArgumentException(
                    "replica '%s' is not there: start it first".formatted(replica));
        }
        return usage;
    }
}
