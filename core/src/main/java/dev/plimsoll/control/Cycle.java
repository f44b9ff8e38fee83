// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.telemetry.Snapshot;
import dev.plimsoll.telemetry.TelemetrySource;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The loop of one capacity pool: see, learn, decide, write down, act. Each stage hands a value to
 * the next; nothing is acted on before the journal has it. Not thread-safe.
 */
public final class Cycle {
    private final TelemetrySource telemetry;
    private final Platform platform;
    private final Journal journal;
    private final Knowledge knowledge;
    private final Guard guard = new Guard();

    public Cycle(
            TelemetrySource telemetry, Platform platform, Journal journal, Knowledge knowledge) {
        this.telemetry = telemetry;
        this.platform = platform;
        this.journal = journal;
        this.knowledge = knowledge;
    }

    /** One turn for every workload that the knowledge covers, in the order of their ids. */
    public List<DecisionRecord> run(Instant now) {
        List<DecisionRecord> decisions = decide(observe(now));
        journal.commit();
        for (DecisionRecord decision : decisions) {
            if (decision.verdict() instanceof Verdict.Approved(ApprovedAction action, var _)) {
                journal.append(new Acted(platform.apply(action)));
            }
        }
        return decisions;
    }

    private Snapshot observe(Instant now) {
        List<WorkloadSnapshot> workloads = new ArrayList<>();
        for (Inventory inventory : platform.inventory()) {
            if (knowledge.covers(inventory.workload())) {
                var readings = telemetry.read(inventory.workload(), now);
                workloads.add(new WorkloadSnapshot(inventory, readings));
            }
        }
        return new Snapshot(now, workloads);
    }

    private List<DecisionRecord> decide(Snapshot snapshot) {
        List<DecisionRecord> decisions = new ArrayList<>();
        for (WorkloadSnapshot workload : snapshot.workloads()) {
            Observed observed = new Observed(snapshot.at(), workload);
            DecisionRecord decision = knowledge.decide(observed, guard);
            journal.append(observed);
            journal.append(new Decided(decision, decision.at()));
            decisions.add(decision);
        }
        return decisions;
    }
}
