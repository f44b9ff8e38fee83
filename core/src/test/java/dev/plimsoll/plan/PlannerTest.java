// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Proposal.Alternative;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request/s is worth a tenth of a replica here, and less must suffice for three periods. */
class PlannerTest {
    private static final int PERIODS = 3;

    private final Planner planner = new Planner(new ReactivePolicy(1));

    @Test
    void asksForMoreAtOnce() {
        Proposal proposal = plan(planner, 4, 70);
        assertThat(proposal)
                .isEqualTo(
                        new Proposal(
                                Purpose.PLAN,
                                Workloads.WEB,
                                "reactive",
                                4,
                                7,
                                Reason.DEMAND,
                                List.of(Signal.DEMAND),
                                1,
                                List.of()));
    }

    @Test
    void asksForLessOnlyWhenLessHasSufficedForAllPeriods() {
        assertHeld(plan(planner, 10, 60), 10, 6);
        assertHeld(plan(planner, 10, 50), 10, 5);
        // of the last three the largest need is the first
        assertHeld(plan(planner, 10, 40), 6, 4);
        assertHeld(plan(planner, 10, 40), 5, 4);
        Proposal proposal = plan(planner, 10, 40);
        assertThat(proposal.target()).isEqualTo(4);
        assertThat(proposal.reason()).isEqualTo(Reason.DEMAND);
        assertThat(proposal.alternatives()).isEmpty();
    }

    @Test
    void holdsWhileFewerPeriodsAreKnown() {
        assertHeld(plan(planner, 10, 10), 10, 1);
        assertHeld(plan(planner, 10, 10), 10, 1);
        assertThat(plan(planner, 10, 10).target()).isEqualTo(1);
    }

    @Test
    void oneHigherWantInBetweenStartsTheCountAgain() {
        planAll(planner, 10, 20, 20);
        assertThat(plan(planner, 10, 110).target()).isEqualTo(11);
        assertHeld(plan(planner, 10, 20), 10, 2);
        assertHeld(plan(planner, 10, 20), 10, 2);
        assertThat(plan(planner, 10, 20).target()).isEqualTo(2);
    }

    @Test
    void anOutageStartsTheCountAgain() {
        planAll(planner, 10, 20, 20);
        Proposal dark = planDark(planner, 10);
        assertThat(dark.target()).isEqualTo(10);
        assertThat(dark.reason()).isEqualTo(Reason.NO_EVIDENCE);
        assertHeld(plan(planner, 10, 20), 10, 2);
        assertHeld(plan(planner, 10, 20), 10, 2);
        assertThat(plan(planner, 10, 20).target()).isEqualTo(2);
    }

    @Test
    void aHeldNumberIsNeverAboveTheCurrent() {
        planAll(planner, 10, 90, 90, 90);
        assertHeld(plan(planner, 5, 40), 5, 4);
    }

    @Test
    void planningTwiceIsTheSame() {
        Outlook outlook = demand(10, 70);
        Want want = planner.observe(outlook);
        assertThat(planner.plan(outlook, want)).isEqualTo(planner.plan(outlook, want));
    }

    @Test
    void carriesTheVersionThatItWasPlannedFor() {
        Outlook outlook = OutlookBuilder.replicas(4).demand(70).version(17).outlook();
        assertThat(planner.plan(outlook, planner.observe(outlook)).version()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 200, 256})
    void holdsForAsManyPeriodsAsAskedFor(int periods) {
        for (int i = 0; i < 1000; i++) {
            observe(planner, OutlookBuilder.replicas(10).demand(10).scaleInAfter(periods));
        }
        observe(planner, OutlookBuilder.replicas(10).demand(80).scaleInAfter(periods));
        for (int i = 1; i < periods; i++) {
            Proposal held =
                    observe(planner, OutlookBuilder.replicas(10).demand(10).scaleInAfter(periods));
            assertThat(held.target()).as("period %d", i).isEqualTo(8);
        }
        Proposal free =
                observe(planner, OutlookBuilder.replicas(10).demand(10).scaleInAfter(periods));
        assertThat(free.target()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void continuesExactlyAfterRestore(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Planner original = new Planner(new ReactivePolicy(1));
        int before = random.nextInt(0, 600);
        for (int i = 0; i < before; i++) {
            plan(original, 10, random.nextInt(120));
        }
        Planner restored = new Planner(new ReactivePolicy(1));
        StateReader state = new StateReader(bytes(original));
        restored.restore(state);
        state.end();

        for (int i = 0; i < 20; i++) {
            int demand = random.nextInt(120);
            assertThat(plan(restored, 10, demand)).isEqualTo(plan(original, 10, demand));
        }
        assertThat(bytes(restored)).isEqualTo(bytes(original));
    }

    @Test
    void continuesFromNothing() {
        planner.restore(new StateReader(bytes(new Planner(new ReactivePolicy(1)))));
        assertHeld(plan(planner, 10, 10), 10, 1);
    }

    @Test
    void refusesAWindowOfAnotherSizeAndKeepsItsOwn() {
        planAll(planner, 10, 20, 20, 20);
        byte[] before = bytes(planner);
        var smaller = new StateReader(new StateWriter().putInt(3).packInts(new int[255]).toBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planner.restore(smaller))
                .withMessage("state has an array of 255, these settings want 256");
        var negative =
                new StateReader(new StateWriter().putInt(-1).packInts(new int[256]).toBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planner.restore(negative))
                .withMessage("state has a window of -1 wants");
        assertThat(bytes(planner)).isEqualTo(before);
    }

    private static void assertHeld(Proposal proposal, int target, int wanted) {
        assertThat(proposal.target()).isEqualTo(target);
        assertThat(proposal.reason()).isEqualTo(Reason.HELD);
        assertThat(proposal.alternatives()).containsExactly(new Alternative(wanted, Reason.DEMAND));
    }

    private static void planAll(Planner planner, int replicas, double... demands) {
        for (double demand : demands) {
            plan(planner, replicas, demand);
        }
    }

    private static Proposal plan(Planner planner, int replicas, double demand) {
        return observe(
                planner, OutlookBuilder.replicas(replicas).demand(demand).scaleInAfter(PERIODS));
    }

    private static Proposal planDark(Planner planner, int replicas) {
        return observe(planner, OutlookBuilder.replicas(replicas).scaleInAfter(PERIODS));
    }

    private static Proposal observe(Planner planner, OutlookBuilder builder) {
        Outlook outlook = builder.outlook();
        return planner.plan(outlook, planner.observe(outlook));
    }

    private static Outlook demand(int replicas, double demand) {
        return OutlookBuilder.replicas(replicas).demand(demand).scaleInAfter(PERIODS).outlook();
    }

    private static byte[] bytes(Planner planner) {
        StateWriter out = new StateWriter();
        planner.save(out);
        return out.toBytes();
    }
}
