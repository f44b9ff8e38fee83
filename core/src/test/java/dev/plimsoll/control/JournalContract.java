// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.StaticPolicy;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} promises. */
public abstract class JournalContract {
    private static final WorkloadId WEB = Workloads.WEB;
    private static final WorkloadId WORK = new WorkloadId("shop", "work");
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** An empty journal that keeps observations for so long. */
    protected abstract Journal journal(Duration keepObservations);

    @Test
    public void isEmptyAtFirst() {
        assertThat(journal(Duration.ofHours(1)).read()).isEmpty();
    }

    @Test
    public void readsAllThreeStreamsInTheOrderInWhichTheyWereAppended() {
        List<JournalEntry> entries =
                List.of(
                        observed(WEB, 0),
                        decided(WEB, 0, 4, 7),
                        observed(WORK, 0),
                        decided(WORK, 0, 4, 4),
                        acted(WEB, 0),
                        observed(WEB, 15),
                        decided(WEB, 15, 7, 7));
        Journal journal = journal(Duration.ofHours(1));
        append(journal, entries);
        assertThat(journal.read()).isEqualTo(entries);
    }

    @Test
    public void whatIsNotCommittedIsNotRead() {
        Journal journal = journal(Duration.ofHours(1));
        append(journal, List.of(observed(WEB, 0)));
        journal.append(decided(WEB, 0, 4, 4));
        journal.append(observed(WEB, 15));
        assertThat(journal.read()).containsExactly(observed(WEB, 0));
        journal.commit();
        journal.commit();
        assertThat(journal.read())
                .containsExactly(observed(WEB, 0), decided(WEB, 0, 4, 4), observed(WEB, 15));
    }

    @Test
    public void aRepeatedDecisionMovesUntilOnAndAddsNothing() {
        Journal journal = journal(Duration.ofHours(1));
        append(journal, List.of(decided(WEB, 0, 4, 4), decided(WORK, 0, 4, 4)));
        append(journal, List.of(decided(WEB, 15, 4, 4), decided(WORK, 15, 4, 4)));
        append(journal, List.of(decided(WEB, 30, 4, 4)));
        assertThat(journal.read())
                .containsExactly(
                        new Decided(decided(WEB, 0, 4, 4).record(), second(30)),
                        new Decided(decided(WORK, 0, 4, 4).record(), second(15)));
    }

    @Test
    public void whatTellsSomethingNewIsAnEntryOfItsOwn() {
        Decided quiet = decided(WEB, 0, 4, 4);
        Decided dark = decided(new Observed(second(15), snapshot(WEB, 4, Readings.NONE)), 4);
        Decided quietAgain = decided(WEB, 30, 4, 4);
        Journal journal = journal(Duration.ofHours(1));
        append(journal, List.of(quiet, dark, quietAgain));
        assertThat(journal.read()).containsExactly(quiet, dark, quietAgain);
    }

    @Test
    public void everyApprovedDecisionIsAnEntryOfItsOwn() {
        Journal journal = journal(Duration.ofHours(1));
        List<JournalEntry> entries = List.of(decided(WEB, 0, 4, 7), decided(WEB, 15, 4, 7));
        append(journal, entries);
        assertThat(journal.read()).isEqualTo(entries);
    }

    @Test
    public void forgetsObservationsAfterTheirTimeAndNothingElse() {
        Journal journal = journal(Duration.ofMinutes(10));
        append(
                journal,
                List.of(observed(WEB, 0), decided(WEB, 0, 4, 7), acted(WEB, 0), observed(WEB, 1)));
        append(journal, List.of(observed(WEB, 601)));
        assertThat(journal.read())
                .containsExactly(
                        decided(WEB, 0, 4, 7), acted(WEB, 0), observed(WEB, 1), observed(WEB, 601));
    }

    @Test
    public void whatWasReadStaysAsItWas() {
        Journal journal = journal(Duration.ofHours(1));
        append(journal, List.of(decided(WEB, 0, 4, 4)));
        List<JournalEntry> read = journal.read();
        append(journal, List.of(decided(WEB, 15, 4, 4), observed(WEB, 15)));
        assertThat(read).containsExactly(decided(WEB, 0, 4, 4));
    }

    private static void append(Journal journal, List<? extends JournalEntry> entries) {
        entries.forEach(journal::append);
        journal.commit();
    }

    private static Observed observed(WorkloadId id, long second) {
        return observed(id, second, 4);
    }

    private static Observed observed(WorkloadId id, long second, int replicas) {
        Instant at = second(second);
        var readings = TestReadings.at(at).fresh(Signal.DEMAND, second).readings();
        return new Observed(at, snapshot(id, replicas, readings));
    }

    private static WorkloadSnapshot snapshot(WorkloadId id, int replicas, Readings readings) {
        return new WorkloadSnapshot(new Inventory(id, replicas, replicas, 1, List.of()), readings);
    }

    private static Decided decided(WorkloadId id, long second, int current, int wanted) {
        return decided(observed(id, second, current), wanted);
    }

    private static Decided decided(Observed observed, int wanted) {
        var workload = Workloads.of(observed.workload(), Workloads.WIDE, ScalingBehavior.DEFAULT);
        var knowledge = new WorkloadKnowledge(workload, new StaticPolicy(wanted));
        var decision = knowledge.decide(knowledge.observe(observed), new Guard());
        return new Decided(decision, decision.at());
    }

    private static Acted acted(WorkloadId id, long second) {
        return new Acted(new Outcome.Applied(new Action.Scale(id, 4, 7), second(second)));
    }

    private static Instant second(long second) {
        return START.plusSeconds(second);
    }
}
