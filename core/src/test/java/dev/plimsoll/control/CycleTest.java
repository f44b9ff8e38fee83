// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.guard.Verdict.Approved;
import dev.plimsoll.guard.Verdict.Deferred;
import dev.plimsoll.guard.Verdict.Unchanged;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real loop over several cycles: one replica is wanted for each 40 requests/s. */
class CycleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload WORKLOAD =
            Workloads.web(Workloads.WIDE, new ScalingBehavior(6, 0.5, MINUTE, MINUTE, 3));
    private static final ReactivePolicy POLICY = new ReactivePolicy(1.2);

    private final ControlLoop loop = new ControlLoop(WORKLOAD, POLICY, 2);

    @Test
    void scalesOutAtOnceAndThenHolds() {
        assertThat(loop.turn(80).verdict()).isEqualTo(new Unchanged());
        DecisionRecord out = loop.turn(200);
        assertThat(out.proposal().reason()).isEqualTo(Reason.DEMAND);
        assertThat(out.verdict()).isInstanceOf(Approved.class);
        assertThat(loop.replicas()).isEqualTo(5);
        assertThat(loop.turn(200).verdict()).isEqualTo(new Unchanged());
        assertThat(loop.replicas()).isEqualTo(5);
    }

    @Test
    void scalesInAfterThreePeriodsOfLessAtTheOwnersPace() {
        loop.turn(80);
        loop.turns(5, 200);

        assertHeld(loop.turn(80), 5);
        assertHeld(loop.turn(80), 5);
        assertThat(loop.turn(80).verdict().clamps())
                .containsExactly(new Clamp(Rule.SCALE_IN_RATE, 2, 3));
        assertThat(loop.replicas()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(loop.turn(80).verdict())
                    .isEqualTo(new Deferred(List.of(new Clamp(Rule.SCALE_IN_RATE, 2, 3))));
        }
        assertThat(loop.turn(80).verdict()).isInstanceOf(Approved.class);
        assertThat(loop.replicas()).isEqualTo(2);
    }

    @Test
    void coolsDownAfterAScaleOut() {
        loop.turn(80);
        loop.turn(200);
        List<DecisionRecord> quiet = loop.turns(3, 80);
        assertThat(quiet.getLast().verdict())
                .isEqualTo(new Deferred(List.of(new Clamp(Rule.COOL_DOWN, 2, 5))));
        assertThat(loop.turn(80).verdict()).isInstanceOf(Approved.class);
    }

    @Test
    void anOutageOfMetricsIsNotAnAbsenceOfLoad() {
        loop.turn(80);
        loop.turns(5, 200);
        for (int i = 0; i < 3; i++) {
            assertThat(loop.darkTurn().proposal().reason()).isEqualTo(Reason.DEMAND);
        }
        for (int i = 0; i < 40; i++) {
            DecisionRecord dark = loop.darkTurn();
            assertThat(dark.proposal().reason()).isEqualTo(Reason.NO_EVIDENCE);
            assertThat(dark.verdict()).isEqualTo(new Unchanged());
        }
        assertThat(loop.replicas()).isEqualTo(5);
        assertHeld(loop.turn(80), 5);
        assertHeld(loop.turn(80), 5);
        assertThat(loop.turn(80).verdict()).isInstanceOf(Approved.class);
    }

    @Test
    void garbageIsNotAnAbsenceOfLoadEither() {
        loop.turn(80);
        loop.turns(5, 200);
        for (double garbage : new double[] {Double.NaN, -5, Double.POSITIVE_INFINITY}) {
            for (int i = 0; i < 5; i++) {
                assertThat(loop.turn(garbage).proposal().reason()).isEqualTo(Reason.NO_EVIDENCE);
            }
        }
        assertThat(loop.replicas()).isEqualTo(5);
        assertHeld(loop.turn(80), 5);
    }

    @Test
    void aChangeByHandBetweenLookingAndActingWins() {
        Witness witness = new Witness(loop.journal(), loop.platform());
        witness.beforeApplying = () -> loop.platform().set(WORKLOAD.id(), 9);
        Cycle cycle = cycle(witness);
        loop.report(80);
        cycle.run(loop.clock().instant());
        loop.report(200);
        cycle.run(loop.clock().instant());

        assertThat(loop.replicas()).isEqualTo(9);
        loop.journal().commit();
        assertThat(loop.journal().read().getLast())
                .isEqualTo(
                        new Acted(
                                loop.clock().instant(),
                                new Outcome.Refused(
                                        new Action.Scale(WORKLOAD.id(), 2, 5),
                                        loop.clock().instant(),
                                        Outcome.Refusal.CONFLICT)));
    }

    @Test
    void aChangeByHandIsRespected() {
        loop.turn(80);
        loop.platform().set(WORKLOAD.id(), 3);
        DecisionRecord next = loop.turn(200);
        assertThat(next.proposal().current()).isEqualTo(3);
        assertThat(next.verdict()).isEqualTo(new Deferred(List.of(new Clamp(Rule.BY_HAND, 5, 3))));
        loop.turns(59, 200);
        assertThat(loop.replicas()).isEqualTo(3);
        loop.turn(200);
        assertThat(loop.replicas()).isEqualTo(5);
    }

    @Test
    void aWorkloadWithoutAPolicyIsLeftAlone() {
        WorkloadId other = new WorkloadId("shop", "other");
        loop.platform().set(other, 4);
        loop.telemetry().report(other, Signal.DEMAND, 1e6, loop.clock().instant());
        loop.turn(80);
        loop.turn(200);
        assertThat(loop.platform().inventory())
                .contains(new Inventory(other, 4, 4, 1, List.of()))
                .hasSize(2);
        assertThat(loop.journal().read())
                .isNotEmpty()
                .allMatch(entry -> entry.workload().equals(WORKLOAD.id()));
    }

    @Test
    void writesDownWhatItSawAndDecidedAndThenWhatCameOfIt() {
        loop.turn(80);
        DecisionRecord out = loop.turn(200);
        loop.turn(200);
        assertThat(loop.journal().read())
                .extracting(entry -> (Object) entry.getClass())
                .containsExactly(
                        Observed.class,
                        Decided.class,
                        Observed.class,
                        Decided.class,
                        Acted.class,
                        Observed.class,
                        Decided.class);
        assertThat(loop.journal().read().get(3)).isEqualTo(new Decided(out));
        assertThat(loop.journal().read().get(4))
                .isEqualTo(
                        new Acted(
                                out.at(),
                                new Outcome.Applied(
                                        new Action.Scale(WORKLOAD.id(), 2, 5), out.at())));
    }

    @Test
    void nothingIsAppliedBeforeTheJournalHasIt() {
        Witness witness = new Witness(loop.journal(), loop.platform());
        Cycle cycle = cycle(witness);
        for (double demand : new double[] {80, 200, 400}) {
            loop.clock().advance(Duration.ofSeconds(15));
            loop.report(demand);
            cycle.run(loop.clock().instant());
        }
        assertThat(witness.events)
                .containsExactly(
                        "Observed",
                        "Decided",
                        "commit",
                        "Observed",
                        "Decided",
                        "commit",
                        "apply 5",
                        "Acted",
                        "Observed",
                        "Decided",
                        "commit",
                        "apply 10",
                        "Acted");
        assertThat(witness.knownWhenApplied).containsExactly(true, true);
    }

    private Cycle cycle(Witness witness) {
        Knowledge knowledge = ControlLoop.knowledge(WORKLOAD, POLICY);
        return new Cycle(loop.telemetry(), witness, witness, knowledge, new Guard());
    }

    private static void assertHeld(DecisionRecord decision, int replicas) {
        assertThat(decision.proposal().reason()).isEqualTo(Reason.HELD);
        assertThat(decision.proposal().target()).isEqualTo(replicas);
        assertThat(decision.verdict()).isEqualTo(new Unchanged());
    }
}
