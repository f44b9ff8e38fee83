// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.WorkloadId;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pool's controller knows: one {@link WorkloadKnowledge} for each workload that has a
 * policy, and the burst budget of the pool. Not thread-safe.
 */
public final class Knowledge {
    private final Map<WorkloadId, WorkloadKnowledge> workloads = new TreeMap<>();
    private final BurstBudget burst = new BurstBudget();

    public Knowledge(Map<WorkloadId, WorkloadKnowledge> workloads) {
        this.workloads.putAll(workloads);
    }

    /** How many workloads it covers. */
    int size() {
        return workloads.size();
    }

    public boolean covers(WorkloadId workload) {
        return workloads.containsKey(workload);
    }

    /**
     * Decides on an observation and folds the decision in. In a cycle the observation is folded in
     * first; a tick learns nothing from what it sees, and folds in only what it adds, and that a
     * wait has ended.
     */
    public DecisionRecord decide(Observed observed, Guard guard) {
        return decide(draft(observed), guard);
    }

    /**
     * What an observation comes to before the guard has seen it. In a cycle the observation is
     * folded in. Workloads have nothing to do with each other here.
     */
    Draft draft(Observed observed) {
        return of(observed.workload()).draft(observed);
    }

    /** Lets the guard decide, and folds the decision in. */
    DecisionRecord decide(Draft draft, Guard guard) {
        WorkloadKnowledge workload = of(draft.outlook().workload().id());
        DecisionRecord decision = workload.review(draft, burst.left(), guard);
        if (decision.counts(draft.clock())) {
            fold(new Decided(decision));
        }
        return decision;
    }

    /** Folds an entry in that was decided, done or said before; in the order of the journal. */
    public void fold(JournalEntry entry) {
        switch (entry) {
            case Observed observed -> {
                if (observed.clock() == Clock.CYCLE) {
                    of(observed.workload()).observe(observed);
                }
            }
            case Decided decided -> {
                of(decided.workload()).decided(decided);
                budget(decided);
            }
            case Acted acted -> of(acted.workload()).acted(acted);
            case Instructed instructed -> of(instructed.workload()).instructed(instructed);
        }
    }

    /** Takes what is known of one workload for what was known of it so far. */
    public void replace(WorkloadId workload, WorkloadKnowledge known) {
        workloads.replace(workload, known);
    }

    /** What is known of one workload. */
    public WorkloadKnowledge of(WorkloadId workload) {
        WorkloadKnowledge known = workloads.get(workload);
        if (known == null) {
            throw new IllegalArgumentException("no policy covers workload %s".formatted(workload));
        }
        return known;
    }

    private void budget(Decided decided) {
        DecisionRecord record = decided.record();
        int current = record.outlook().current();
        int after = record.verdict().passed().map(Knowledge::after).orElse(current);
        switch (record.proposal().purpose()) {
            case TICK -> burst.spend(decided.workload(), after - current);
            case PLAN, TAKE_BACK -> burst.grant(decided.workload(), after);
        }
    }

    private static int after(Action action) {
        return switch (action) {
            case Action.Scale scale -> scale.to();
        };
    }
}
