// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.ThresholdPolicy;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Between two cycles: the floor asks for one replica for each 48 requests/s. */
class TickTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ScalingBehavior BEHAVIOR =
            new ScalingBehavior(100, 0.5, MINUTE, MINUTE, 3);
    private static final Workload WORKLOAD = Workloads.web(Workloads.WIDE, BEHAVIOR);
    private static final ReactivePolicy POLICY = new ReactivePolicy(1.2);

    private final ControlLoop loop = new ControlLoop(WORKLOAD, POLICY, 10);

    @Test
    void addsWhatFreshDemandNeedsWithoutHeadroom() {
        loop.turn(400);
        List<DecisionRecord> decisions = loop.tick(550);
        assertThat(decisions).hasSize(1);
        assertThat(decisions.getFirst().proposal().purpose()).isEqualTo(Purpose.TICK);
        assertThat(decisions.getFirst().verdict().clamps()).isEmpty();
        assertThat(loop.replicas()).isEqualTo(12);
    }

    @Test
    void addsFromTheBudgetThatTheLastCycleLeft() {
        loop.turn(400);
        assertThat(loop.tick(620).getFirst().verdict().clamps()).isEmpty();
        assertThat(loop.tick(1000).getFirst().verdict().clamps())
                .containsExactly(new Clamp(Rule.BURST, 21, 15));
        assertThat(loop.tick(1000)).isEmpty();
        assertThat(loop.replicas()).isEqualTo(15);
        loop.turn(600);
        loop.tick(1000);
        assertThat(loop.replicas()).isEqualTo(21);
    }

    @Test
    void addsNothingBeforeTheFirstCycle() {
        loop.turn(400);
        ControlLoop restarted = new ControlLoop(WORKLOAD, POLICY, 10);
        assertThat(restarted.tick(900)).isEmpty();
    }

    @Test
    void neverTakesAway() {
        loop.turn(400);
        assertThat(loop.tick(10)).isEmpty();
        assertThat(loop.replicas()).isEqualTo(10);
    }

    @Test
    void doesNotTakeAwayWhatTheLimitsForbidEither() {
        ControlLoop small =
                new ControlLoop(Workloads.web(new ReplicaLimits(1, 8), BEHAVIOR), POLICY, 5);
        small.turn(150);
        small.platform().set(WORKLOAD.id(), 12);
        int entries = small.journal().read().size();
        assertThat(small.tick(900)).isEmpty();
        assertThat(small.replicas()).isEqualTo(12);
        assertThat(small.journal().read()).hasSize(entries);
        small.turn(150);
        assertThat(small.replicas()).isEqualTo(8);
    }

    @Test
    void respectsAChangeByHandThatItIsTheFirstToSee() {
        loop.turn(400);
        loop.platform().set(WORKLOAD.id(), 4);
        assertThat(loop.tick(400)).isEmpty();
        loop.turns(59, 400);
        assertThat(loop.replicas()).isEqualTo(4);
        loop.turns(2, 400);
        assertThat(loop.replicas()).isEqualTo(10);
    }

    @Test
    void aPolicyThatDoesNotStandOnTheFloorAddsNothing() {
        ControlLoop threshold = new ControlLoop(WORKLOAD, ThresholdPolicy.DEFAULT, 10);
        threshold.turn(400);
        assertThat(threshold.tick(900)).isEmpty();
    }

    @Test
    void writesDownOnlyWhatItAdds() {
        loop.turn(400);
        int before = loop.journal().read().size();
        loop.tick(400);
        assertThat(loop.journal().read()).hasSize(before);
        DecisionRecord added = loop.tick(550).getFirst();
        loop.journal().commit();
        List<JournalEntry> after = loop.journal().read();
        assertThat(after.subList(before, after.size()))
                .containsExactly(
                        new Observed(Clock.TICK, added.at(), added.outlook().snapshot()),
                        new Decided(added),
                        new Acted(
                                added.at(),
                                new Outcome.Applied(
                                        new Action.Scale(WORKLOAD.id(), 10, 12), added.at())));
    }

    @Test
    void appliesNothingBeforeTheJournalHasIt() {
        Witness witness = new Witness(loop.journal(), loop.platform());
        Cycle cycle = cycle(witness);
        loop.report(400);
        cycle.run(loop.clock().instant());
        witness.events.clear();
        cycle.tick(loop.clock().instant());
        assertThat(witness.events).isEmpty();
        loop.report(550);
        cycle.tick(loop.clock().instant());
        assertThat(witness.events)
                .containsExactly("Observed", "Decided", "commit", "apply 12", "Acted");
        assertThat(witness.knownWhenApplied).containsExactly(true);
    }

    @Test
    void learnsNothing() {
        Knowledge knowledge = ControlLoop.knowledge(WORKLOAD, POLICY);
        Cycle cycle = cycle(new Witness(loop.journal(), loop.platform()), knowledge);
        loop.report(400);
        cycle.run(loop.clock().instant());
        byte[] before = knowledge.of(WORKLOAD.id()).snapshot();
        loop.clock().advance(Duration.ofSeconds(2));
        loop.report(390);
        cycle.tick(loop.clock().instant());
        assertThat(knowledge.of(WORKLOAD.id()).snapshot()).isEqualTo(before);
    }

    @Test
    void doesNotRememberWhatItDidNotDo() {
        Workload small = Workloads.web(new ReplicaLimits(1, 8), BEHAVIOR);
        Knowledge knowledge = ControlLoop.knowledge(small, POLICY);
        Cycle cycle = cycle(new Witness(loop.journal(), loop.platform()), knowledge);
        loop.platform().set(WORKLOAD.id(), 5);
        loop.report(150);
        cycle.run(loop.clock().instant());
        byte[] before = knowledge.of(WORKLOAD.id()).snapshot();
        loop.platform().set(WORKLOAD.id(), 12);
        cycle.tick(loop.clock().instant());
        assertThat(knowledge.of(WORKLOAD.id()).snapshot()).isEqualTo(before);
    }

    @Test
    void whatWasRefusedIsNotTakenForAChangeByHand() {
        Witness witness = new Witness(loop.journal(), loop.platform());
        Cycle cycle = cycle(witness);
        loop.report(400);
        cycle.run(loop.clock().instant());
        witness.beforeApplying = () -> loop.platform().set(WORKLOAD.id(), 10);
        loop.report(550);
        cycle.tick(loop.clock().instant());
        assertThat(loop.replicas()).isEqualTo(10);
        witness.beforeApplying = () -> {};
        cycle.tick(loop.clock().instant());
        assertThat(loop.replicas()).isEqualTo(12);
    }

    @Test
    void theWorkloadsOfAPoolShareItsBudget() {
        Workload other = Workloads.of(new WorkloadId("shop", "other"), Workloads.WIDE, BEHAVIOR);
        Knowledge knowledge =
                new Knowledge(
                        Map.of(
                                WORKLOAD.id(),
                                new WorkloadKnowledge(WORKLOAD, POLICY),
                                other.id(),
                                new WorkloadKnowledge(other, POLICY)));
        Cycle cycle = cycle(new Witness(loop.journal(), loop.platform()), knowledge);
        loop.platform().set(other.id(), 4);
        report(other.id(), 4, 160);
        loop.report(400);
        cycle.run(loop.clock().instant());
        loop.report(900);
        report(other.id(), 4, 1000);
        List<DecisionRecord> added = cycle.tick(loop.clock().instant());
        assertThat(added)
                .extracting(decision -> decision.verdict().clamps())
                .containsExactly(List.of(new Clamp(Rule.BURST, 21, 11)));
        assertThat(loop.replicas()).isEqualTo(10);
    }

    private void report(WorkloadId workload, int ready, double demand) {
        double load = Math.min(1, demand / (ready * ControlLoop.SATURATION));
        var at = loop.clock().instant();
        loop.telemetry().report(workload, Signal.DEMAND, demand, at);
        loop.telemetry().report(workload, Signal.UTILIZATION, load, at);
        loop.telemetry().report(workload, Signal.READY_REPLICAS, ready, at);
    }

    private Cycle cycle(Witness witness) {
        return cycle(witness, ControlLoop.knowledge(WORKLOAD, POLICY));
    }

    private Cycle cycle(Witness witness, Knowledge knowledge) {
        return new Cycle(loop.telemetry(), witness, witness, knowledge, new Guard());
    }
}
