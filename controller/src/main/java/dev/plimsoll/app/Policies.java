// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.control.WorkloadKnowledge;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.control.WorkloadState;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The policies in force, by what they scale. Immutable. */
final class Policies {
    private final SortedMap<WorkloadId, ScalingPolicy> byId = new TreeMap<>();

    Policies(Configuration configuration) {
        configuration.policies().forEach(each -> byId.put(each.workload().id(), each));
    }

    /** What they scale. */
    SortedSet<WorkloadId> workloads() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(byId.keySet()));
    }

    ScalingPolicy of(WorkloadId workload) {
        ScalingPolicy policy = byId.get(workload);
        if (policy == null) {
            throw new IllegalArgumentException("no policy scales %s".formatted(workload));
        }
        return policy;
    }

    /** In the order of what they scale. */
    List<ScalingPolicy> all() {
        return List.copyOf(byId.values());
    }

    /** Whether any of them sees what its platform measures. */
    boolean readPlatform() {
        return byId.values().stream().anyMatch(policy -> policy.metrics().isEmpty());
    }

    /** Whether any of them reads from a source. */
    boolean readSources() {
        return byId.values().stream().anyMatch(policy -> !policy.metrics().isEmpty());
    }

    /** How they stand before anything was seen. */
    SortedMap<WorkloadId, WorkloadState> unseen() {
        SortedMap<WorkloadId, WorkloadState> unseen = new TreeMap<>();
        byId.forEach((id, policy) ->
                unseen.put(
                        id,
                        WorkloadState.unseen(
                                id,
                                policy.policy().toString(),
                                policy.workload().consent().mode())));
        return unseen;
    }

    Cadence cadence(WorkloadId workload) {
        return of(workload).workload().cadence();
    }

    /** What is known of a workload before anything was seen. */
    WorkloadKnowledge fresh(WorkloadId workload) {
        ScalingPolicy policy = of(workload);
        return new WorkloadKnowledge(policy.workload(), policy.policy().guarded());
    }
}
