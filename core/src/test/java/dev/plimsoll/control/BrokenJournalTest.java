// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.JournalException.Fault;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.ReactivePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the loop while its journal cannot be written. */
class BrokenJournalTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload WORKLOAD =
            Workloads.web(Workloads.WIDE, new ScalingBehavior(6, 0.5, MINUTE, MINUTE, 3));
    private static final ReactivePolicy POLICY = new ReactivePolicy(1.2);

    private final ControlLoop loop = new ControlLoop(WORKLOAD, POLICY, 2);
    private final FailingJournal journal = new FailingJournal(loop.journal());
    private final Cycle cycle =
            new Cycle(
                    loop.telemetry(),
                    loop.platform(),
                    journal,
                    ControlLoop.knowledge(WORKLOAD, POLICY),
                    new Guard());

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whatIsNotDurableIsNotDoneNeitherNowNorLater(Fault fault) {
        turn(80);
        journal.breakDown(fault);
        assertFails(200, fault);
        assertThat(loop.replicas()).isEqualTo(2);
        journal.mend();
        DecisionRecord calm = turn(80);
        assertThat(calm.verdict().passed()).isEmpty();
        assertThat(loop.replicas()).isEqualTo(2);
        assertThat(journal.unfinished()).isEmpty();
        assertThat(outcomes())
                .containsExactly(
                        new Outcome.Unsent(
                                new Action.Scale(WORKLOAD.id(), 2, 5),
                                loop.clock().instant().minus(WORKLOAD.cadence().cycle())));
    }

    @Test
    void nothingIsLookedAtUntilTheJournalHasCaughtUp() {
        turn(80);
        journal.breakDown(Fault.GONE);
        assertFails(200, Fault.GONE);
        for (int i = 0; i < 10; i++) {
            assertFails(400, Fault.GONE);
        }
        journal.mend();
        turn(200);
        assertThat(loop.journal().read()).filteredOn(Observed.class::isInstance).hasSize(3);
        assertThat(loop.replicas()).isEqualTo(5);
    }

    @Test
    void whatIsStillWantedIsDecidedAfresh() {
        turn(80);
        journal.breakDown(Fault.FULL);
        assertFails(200, Fault.FULL);
        journal.mend();
        turn(400);
        assertThat(loop.replicas()).isEqualTo(10);
        loop.journal().commit();
        assertThat(outcomes()).hasSize(2).last().isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aTickThatCannotBeWrittenAddsNothing() {
        turn(80);
        journal.breakDown(Fault.GONE);
        loop.clock().advance(Duration.ofSeconds(2));
        loop.report(300);
        assertThatThrownBy(() -> cycle.tick(loop.clock().instant()))
                .isInstanceOf(JournalException.class);
        assertThat(loop.replicas()).isEqualTo(2);
    }

    private void assertFails(double demand, Fault fault) {
        assertThatThrownBy(() -> turn(demand))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.fault()).isEqualTo(fault))
                .hasMessageContaining(fault.sentence());
    }

    private DecisionRecord turn(double demand) {
        loop.clock().advance(WORKLOAD.cadence().cycle());
        loop.report(demand);
        return cycle.run(loop.clock().instant()).getFirst();
    }

    private List<Outcome> outcomes() {
        return loop.journal().read().stream()
                .filter(Acted.class::isInstance)
                .map(entry -> ((Acted) entry).outcome())
                .toList();
    }
}
