// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.WorkloadId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pool's controller knows: one {@link WorkloadKnowledge} for each workload that has a
 * policy. Not thread-safe.
 */
public final class Knowledge {
    private final Map<WorkloadId, WorkloadKnowledge> workloads = new TreeMap<>();

    public Knowledge(Map<WorkloadId, WorkloadKnowledge> workloads) {
        this.workloads.putAll(workloads);
    }

    public boolean covers(WorkloadId workload) {
        return workloads.containsKey(workload);
    }

    /** Folds an observation in, decides on it, and folds the decision in. */
    public DecisionRecord decide(Observed observed, Guard guard) {
        WorkloadKnowledge workload = of(observed.workload());
        DecisionRecord decision = workload.decide(workload.observe(observed), guard);
        workload.decided(new Decided(decision, decision.at()));
        return decision;
    }

    /** Folds entries in that were decided and done before, in the order of the journal. */
    public void fold(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            switch (entry) {
                case Observed observed -> of(observed.workload()).observe(observed);
                case Decided decided -> of(decided.workload()).decided(decided);
                case JournalEntry.Acted _ -> {}
            }
        }
    }

    /** What is known of one workload. */
    public WorkloadKnowledge of(WorkloadId workload) {
        WorkloadKnowledge known = workloads.get(workload);
        if (known == null) {
            throw new IllegalArgumentException("no policy covers workload %s".formatted(workload));
        }
        return known;
    }
}
