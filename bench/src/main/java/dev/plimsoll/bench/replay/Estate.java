// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

import dev.plimsoll.control.Knowledge;
import dev.plimsoll.control.WorkloadKnowledge;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.fleet.Copies;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What there is to be scaled, and by which policies: copies of a scenario's service that share
 * their nodes, each with the next of the policies.
 */
record Estate(Copies copies, List<PolicySpec> policies) {
    Estate {
        policies = List.copyOf(policies);
    }

    SortedSet<WorkloadId> workloads() {
        SortedSet<WorkloadId> ids = new TreeSet<>();
        copies.workloads().forEach(workload -> ids.add(workload.id()));
        return ids;
    }

    /** What is known of a workload before anything was seen. */
    WorkloadKnowledge fresh(WorkloadId id) {
        List<Workload> workloads = copies.workloads();
        for (int i = 0; i < workloads.size(); i++) {
            if (workloads.get(i).id().equals(id)) {
                return new WorkloadKnowledge(
                        workloads.get(i), policies.get(i % policies.size()).guarded());
            }
        }
        throw new IllegalArgumentException("no copy of the service is %s".formatted(id));
    }

    /** The same of all of them. */
    Knowledge fresh() {
        SortedMap<WorkloadId, WorkloadKnowledge> known = new TreeMap<>();
        workloads().forEach(id -> known.put(id, fresh(id)));
        return new Knowledge(known);
    }
}
