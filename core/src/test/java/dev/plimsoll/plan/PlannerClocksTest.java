// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static dev.plimsoll.plan.OutlookBuilder.NOW;
import static dev.plimsoll.plan.OutlookBuilder.replicas;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Proposal.Alternative;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waits, holds and ticks, for policies that want what demand needs at 10 requests/s a replica. */
class PlannerClocksTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A policy that wants what the floor needs, and has a rule of its own for all the rest. */
    private record Patient(Duration scaleOutAfter, Hold hold, boolean addsBetweenCycles)
            implements Policy {
        @Override
        public String name() {
            return "patient";
        }

        @Override
        public List<Signal> evidence() {
            return List.of(Signal.CPU);
        }

        @Override
        public List<Signal> evidence(Outlook outlook) {
            return List.of(Signal.DEMAND);
        }

        @Override
        public Want want(Outlook outlook) {
            return Floor.of(outlook, 1);
        }
    }

    private final Planner waiting = new Planner(new Patient(MINUTE, Hold.LARGEST, false));

    @Test
    void moreIsOrderedWhenItWasWantedLongEnough() {
        assertWaits(plan(waiting, 0, 5, 70), 5, 7);
        assertWaits(plan(waiting, 59, 5, 90), 5, 9);
        assertThat(plan(waiting, 60, 5, 80).target()).isEqualTo(8);
    }

    @Test
    void aMomentOfEnoughStartsTheWaitAgain() {
        plan(waiting, 0, 5, 70);
        plan(waiting, 30, 5, 50);
        assertWaits(plan(waiting, 60, 5, 70), 5, 7);
        assertWaits(plan(waiting, 119, 5, 70), 5, 7);
        assertThat(plan(waiting, 120, 5, 70).target()).isEqualTo(7);
    }

    @Test
    void anActionStartsTheWaitAgain() {
        plan(waiting, 0, 5, 70);
        plan(waiting, 60, 5, 70);
        waiting.acted();
        assertThat(waiting.isDue(NOW.plusSeconds(600))).isFalse();
        assertWaits(plan(waiting, 75, 6, 70), 6, 7);
        assertThat(plan(waiting, 135, 6, 70).target()).isEqualTo(7);
    }

    @Test
    void withoutAWaitItIsDueAtOnce() {
        Planner eager = new Planner(new ReactivePolicy(1));
        assertThat(eager.isDue(NOW)).isFalse();
        assertThat(plan(eager, 0, 5, 70).target()).isEqualTo(7);
        assertThat(eager.isDue(NOW)).isTrue();
    }

    @Test
    void theWaitGoesOnAfterARestore() {
        plan(waiting, 0, 5, 70);
        StateWriter state = new StateWriter();
        waiting.save(state);
        Planner restored = new Planner(new Patient(MINUTE, Hold.LARGEST, false));
        restored.restore(new StateReader(state.toBytes()));
        assertThat(restored.isDue(NOW.plusSeconds(59))).isFalse();
        assertThat(restored.isDue(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void whatIsProposedRestsOnTheEvidenceForThisWorkload() {
        assertThat(plan(waiting, 0, 5, 70).evidence()).containsExactly(Signal.DEMAND);
    }

    @Test
    void theLatestWantIsTakenOnceAllOfTheHoldWereLess() {
        Planner latest = new Planner(new Patient(Duration.ZERO, Hold.LATEST, false));
        assertHeld(plan(latest, 0, 10, 60), 10, 6);
        assertHeld(plan(latest, 15, 10, 80), 10, 8);
        Proposal proposal = plan(latest, 30, 10, 50);
        assertThat(proposal.target()).isEqualTo(5);
        assertThat(proposal.reason()).isEqualTo(Reason.DEMAND);
        assertThat(proposal.alternatives()).isEmpty();
    }

    @Test
    void oneWantOfAsManyAsThereAreHoldsTheLatestToo() {
        Planner latest = new Planner(new Patient(Duration.ZERO, Hold.LATEST, false));
        plan(latest, 0, 10, 100);
        plan(latest, 15, 10, 50);
        assertHeld(plan(latest, 30, 10, 50), 10, 5);
        assertThat(plan(latest, 45, 10, 50).target()).isEqualTo(5);
    }

    @Test
    void aTickAddsUpToTheFloorThatThePolicyStandsOn() {
        Planner planner = new Planner(new ReactivePolicy(2));
        assertThat(planner.tick(outlook(0, 5, 70)))
                .isEqualTo(
                        new Proposal(
                                Purpose.TICK,
                                Workloads.WEB,
                                "reactive",
                                5,
                                7,
                                Reason.DEMAND,
                                List.of(),
                                1,
                                List.of()));
    }

    @Test
    void aTickNeverTakesAway() {
        Planner planner = new Planner(new ReactivePolicy(1));
        assertThat(planner.tick(outlook(0, 5, 20)).target()).isEqualTo(5);
        assertThat(planner.tick(outlook(0, 5, 50)).target()).isEqualTo(5);
    }

    @Test
    void aPolicyThatDoesNotStandOnTheFloorHasNoTick() {
        Planner planner = new Planner(new Patient(Duration.ZERO, Hold.LARGEST, false));
        plan(planner, 0, 5, 90);
        Proposal tick = planner.tick(outlook(5, 5, 90));
        assertThat(tick.target()).isEqualTo(5);
        assertThat(tick.reason()).isEqualTo(Reason.NO_TICK);
        assertThat(tick.purpose()).isEqualTo(Purpose.TICK);
    }

    @Test
    void aWaitThatEndsBetweenTwoCyclesIsPlannedAtTheTick() {
        plan(waiting, 0, 5, 70);
        assertThat(waiting.tick(outlook(59, 5, 90)).reason()).isEqualTo(Reason.NO_TICK);
        Proposal due = waiting.tick(outlook(60, 5, 90));
        assertThat(due.purpose()).isEqualTo(Purpose.PLAN);
        assertThat(due.target()).isEqualTo(9);
        assertThat(due.reason()).isEqualTo(Reason.DEMAND);
    }

    @Test
    void whatIsNoLongerWantedAtTheTickIsNotPlanned() {
        plan(waiting, 0, 5, 70);
        assertThat(waiting.tick(outlook(60, 5, 20)).target()).isEqualTo(5);
    }

    @Test
    void duringAWaitATickStillAddsUpToTheFloor() {
        Planner both = new Planner(new Patient(MINUTE, Hold.LARGEST, true));
        plan(both, 0, 5, 70);
        Proposal tick = both.tick(outlook(5, 5, 80));
        assertThat(tick.purpose()).isEqualTo(Purpose.TICK);
        assertThat(tick.target()).isEqualTo(8);
    }

    @Test
    void aTickChangesNothing() {
        plan(waiting, 0, 5, 70);
        StateWriter before = new StateWriter();
        waiting.save(before);
        waiting.tick(outlook(60, 5, 90));
        StateWriter after = new StateWriter();
        waiting.save(after);
        assertThat(after.toBytes()).isEqualTo(before.toBytes());
    }

    private static void assertWaits(Proposal proposal, int target, int wanted) {
        assertThat(proposal.target()).isEqualTo(target);
        assertThat(proposal.reason()).isEqualTo(Reason.WAITING);
        assertThat(proposal.alternatives()).containsExactly(new Alternative(wanted, Reason.DEMAND));
    }

    private static void assertHeld(Proposal proposal, int target, int wanted) {
        assertThat(proposal.target()).isEqualTo(target);
        assertThat(proposal.reason()).isEqualTo(Reason.HELD);
        assertThat(proposal.alternatives()).containsExactly(new Alternative(wanted, Reason.DEMAND));
    }

    private static Proposal plan(Planner planner, long second, int replicas, double demand) {
        Outlook outlook = outlook(second, replicas, demand);
        return planner.plan(outlook, planner.observe(outlook));
    }

    private static Outlook outlook(long second, int replicas, double demand) {
        return replicas(replicas)
                .demand(demand)
                .scaleInAfter(3)
                .at(NOW.plusSeconds(second))
                .outlook();
    }
}
