// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.control.Cycle;
import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.Knowledge;
import dev.plimsoll.control.Reconciliation;
import dev.plimsoll.control.Restoration;
import dev.plimsoll.control.Restoration.Restored;
import dev.plimsoll.control.Workforce;
import dev.plimsoll.control.WorkloadKnowledge;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.control.Answer;
import dev.plimsoll.server.control.Answer.Refusal;
import dev.plimsoll.server.control.Order;
import dev.plimsoll.server.control.WorkloadState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One configuration at work, in a world, with a journal that others open. It begins where the
 * journal ends, whatever ended the session before: every action without an outcome is reconciled
 * with the platform, what was known is restored, and only then is anything decided. Used by one
 * thread.
 */
final class Session implements AutoCloseable {
    private static final String JUDGE = "scorecard";
    private static final Duration ACTION_TIMEOUT = Duration.ofSeconds(5);

    private final Policies policies;
    private final Conditions conditions;
    private final World world;
    private final Knowledge knowledge;
    private final AsyncExecution execution;
    private final ParallelCrew crew = new ParallelCrew();
    private final Quarantine quarantine;
    private final Cycle cycle;
    private final SnapshotRota rota;
    private final Journal journal;
    private final Scorecards scorecards;

    /**
     * Begins to work.
     *
     * @throws dev.plimsoll.control.JournalException if the store cannot be used
     * @throws dev.plimsoll.control.PlatformException if the platform does not answer
     */
    Session(Policies policies, Journal kept, World world, Conditions conditions, Tally tally) {
        this.policies = policies;
        this.conditions = conditions;
        this.journal = new MeasuredJournal(kept, tally);
        this.world = world;
        reconcile();
        this.knowledge = restored(policies.workloads());
        this.execution =
                new AsyncExecution(world.platform(), world.clock(), ACTION_TIMEOUT, conditions);
        this.quarantine = new Quarantine(conditions);
        this.cycle =
                new Cycle(
                        world,
                        world.platform(),
                        journal,
                        knowledge,
                        new Guard(),
                        new Workforce(crew, execution));
        this.rota = new SnapshotRota(policies.workloads());
        this.scorecards = new Scorecards(policies, journal, world.clock(), conditions);
        scorecards.begin();
    }

    /** By which it decides. */
    World world() {
        return world;
    }

    /** Any thread may read it. */
    Journal journal() {
        return journal;
    }

    /** What it scales. */
    SortedSet<WorkloadId> workloads() {
        return policies.workloads();
    }

    /** How a workload stands, with the last decision of it. */
    WorkloadState state(WorkloadId id, Optional<DecisionRecord> decision) {
        WorkloadKnowledge known = knowledge.of(id);
        ScalingPolicy policy = policies.of(id);
        return new WorkloadState(
                id,
                policy.policy().toString(),
                policy.workload().consent().mode(),
                decision,
                known.paused(),
                known.awaiting(world.clock().instant()),
                scorecards.of(id),
                scorecards.promotion(id, known.isPromoted()));
    }

    /** Takes an order in: once it is answered, it is in the journal and in force. */
    Answer give(Order order) {
        if (!knowledge.covers(order.workload())) {
            return new Answer.Refused(
                    Refusal.UNKNOWN_WORKLOAD, "no policy scales " + order.workload());
        }
        Instant now = world.clock().instant();
        return new Clerk(
                        knowledge.of(order.workload()),
                        now,
                        instruction -> instruct(new Instructed(now, order.workload(), instruction)))
                .take(order);
    }

    /** What is appended cannot be withdrawn: it counts here as it does for whoever reads it. */
    private Answer instruct(Instructed instructed) {
        journal.append(instructed);
        knowledge.fold(instructed);
        try {
            journal.commit();
            return new Answer.Heard(instructed.at(), instructed.instruction());
        } catch (JournalException e) {
            return new Answer.Refused(
                    Refusal.UNCERTAIN,
                    "whether it holds shows once the journal can be written again: "
                            + e.getMessage());
        }
    }

    /** A planning cycle; afterwards some of what is known is on its way to the store. */
    List<DecisionRecord> cycle(Instant now) {
        promote(now);
        List<DecisionRecord> decisions = cycle.run(now);
        mend();
        missing();
        rota.due().forEach(this::save);
        return decisions;
    }

    /** A look between two cycles. */
    List<DecisionRecord> tick(Instant now) {
        List<DecisionRecord> decisions = cycle.tick(now);
        mend();
        return decisions;
    }

    /** Says which workloads the platform does not have. */
    private void missing() {
        SortedSet<WorkloadId> there = world.workloads();
        SortedMap<String, String> missing = new TreeMap<>();
        for (WorkloadId id : policies.workloads()) {
            if (!there.contains(id)) {
                missing.put(
                        id.toString(),
                        ("the platform has no workload %s: it is not decided on; mend"
                                        + " spec.scaleTargetRef.name or metadata.namespace of its"
                                        + " policy")
                                .formatted(id));
            }
        }
        conditions.set(Kind.WORKLOAD_MISSING, missing);
    }

    /** Ends the probation of those that have proved themselves. */
    private void promote(Instant now) {
        scorecards
                .earned()
                .forEach((id, why) -> {
                    if (!knowledge.of(id).isPromoted()) {
                        instruct(new Instructed(now, id, new Instruction.Promote(JUDGE, why)));
                        conditions.note("%s is promoted: %s".formatted(id, why));
                    }
                });
    }

    /** First comes what an earlier session could not write. */
    private void reconcile() {
        journal.commit();
        Reconciliation.of(
                        journal.unfinished(), world.platform().inventory(), world.clock().instant())
                .forEach(journal::append);
        journal.commit();
    }

    private Knowledge restored(SortedSet<WorkloadId> workloads) {
        Restored restored =
                Restoration.of(journal, workloads, policies::fresh, world.clock().instant());
        workloads.forEach(id -> conditions.clear(Kind.LEARNS_ANEW, id.toString()));
        restored.anew()
                .forEach((id, why) -> conditions.raise(Kind.LEARNS_ANEW, id.toString(), why));
        return restored.knowledge();
    }

    /** What a defect may have left half done is taken back to what the journal tells. */
    private void mend() {
        for (WorkloadId workload : quarantine.admit(crew.defects())) {
            journal.commit();
            Knowledge alone = restored(new TreeSet<>(List.of(workload)));
            knowledge.replace(workload, alone.of(workload));
        }
        crew.leaveOut(quarantine.isolated());
    }

    private void save(WorkloadId workload) {
        journal.save(workload, knowledge.of(workload).snapshot());
    }

    /** Lets end what was begun, and saves what came of it and all that is known. */
    @Override
    public void close() {
        try (crew;
                scorecards) {
            execution.close();
            cycle.settle();
            policies.workloads().forEach(this::save);
            conditions.set(Kind.WORKLOAD_MISSING, List.of());
            journal.commit();
        }
    }
}
