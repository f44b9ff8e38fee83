// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
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
    private final Guard guard;
    private final UnlearnedStarts starts = new UnlearnedStarts();

    public Cycle(
            TelemetrySource telemetry,
            Platform platform,
            Journal journal,
            Knowledge knowledge,
            Guard guard) {
        this.telemetry = telemetry;
        this.platform = platform;
        this.journal = journal;
        this.knowledge = knowledge;
        this.guard = guard;
    }

    /** One turn for every workload that the knowledge covers, in the order of their ids. */
    public List<DecisionRecord> run(Instant now) {
        List<DecisionRecord> decisions = decide(Clock.CYCLE, now);
        journal.commit();
        act(decisions);
        return decisions;
    }

    /**
     * A look between two turns, which may only add: up to what fresh demand needs, and from the
     * burst budget that the last turn left. Only what it adds is written down, and that a wait for
     * more has ended.
     */
    public List<DecisionRecord> tick(Instant now) {
        List<DecisionRecord> decisions = decide(Clock.TICK, now);
        if (!decisions.isEmpty()) {
            journal.commit();
            act(decisions);
        }
        return decisions;
    }

    /** Workload by workload: what one is given is not there for the next. */
    private List<DecisionRecord> decide(Clock clock, Instant now) {
        List<DecisionRecord> decisions = new ArrayList<>();
        Pool pool = platform.pool();
        for (Inventory inventory : starts.merge(clock, platform.inventory())) {
            if (isLookedAt(clock, inventory, now)) {
                var readings = telemetry.read(inventory.workload(), now);
                var snapshot = new WorkloadSnapshot(inventory, readings, pool);
                Observed observed = new Observed(clock, now, snapshot);
                DecisionRecord decision = knowledge.decide(observed, guard);
                if (decision.counts(clock)) {
                    writeDown(observed, decision);
                    decisions.add(decision);
                    pool = pool.without(decision.added(), decision.outlook().workload().request());
                }
            }
        }
        return decisions;
    }

    private boolean isLookedAt(Clock clock, Inventory inventory, Instant now) {
        return knowledge.covers(inventory.workload())
                && (clock == Clock.CYCLE || knowledge.of(inventory.workload()).looksBetween(now));
    }

    private void writeDown(Observed observed, DecisionRecord decision) {
        journal.append(observed);
        journal.append(new Decided(decision));
    }

    private void act(List<DecisionRecord> decisions) {
        for (DecisionRecord decision : decisions) {
            if (decision.verdict() instanceof Verdict.Approved(ApprovedAction action, var _)) {
                Acted acted = new Acted(decision.at(), platform.apply(action));
                journal.append(acted);
                knowledge.fold(acted);
            }
        }
    }
}
