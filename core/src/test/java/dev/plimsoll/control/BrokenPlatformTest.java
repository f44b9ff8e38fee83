// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Rule;
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

/** What becomes of the loop while its platform cannot be asked, or breaks down as it acts. */
class BrokenPlatformTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload WORKLOAD =
            Workloads.web(Workloads.WIDE, new ScalingBehavior(6, 0.5, MINUTE, MINUTE, 3));
    private static final ReactivePolicy POLICY = new ReactivePolicy(1.2);

    private final ControlLoop loop = new ControlLoop(WORKLOAD, POLICY, 2);

    @ParameterizedTest
    @EnumSource(Fault.class)
    void nothingIsDecidedOnWhatIsNotKnown(Fault fault) {
        loop.turn(80);
        int entries = entries().size();
        loop.platform().breakDown(fault);
        assertThatThrownBy(() -> cycle(loop.platform()).run(loop.clock().instant()))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.fault()).isEqualTo(fault))
                .hasMessageContaining(fault.sentence());
        assertThat(entries()).hasSize(entries);
        loop.platform().mend();
        assertThat(loop.turn(200).proposal().target()).isEqualTo(5);
    }

    @Test
    void anActionThatFailedIsJournalledAndTriedAgainNotTakenForAChangeByHand() {
        Witness witness = new Witness(loop.journal(), loop.platform());
        witness.beforeApplying = () -> loop.platform().breakDown(Fault.TIMED_OUT);
        Cycle cycle = cycle(witness);
        turn(cycle, 80);
        turn(cycle, 200);
        assertThat(entries().getLast())
                .isEqualTo(
                        new Acted(
                                loop.clock().instant(),
                                new Outcome.Failed(
                                        new Action.Scale(WORKLOAD.id(), 2, 5),
                                        loop.clock().instant(),
                                        Fault.TIMED_OUT)));
        loop.platform().mend();
        witness.beforeApplying = () -> {};
        DecisionRecord next = turn(cycle, 200);
        assertThat(next.verdict().clamps()).noneMatch(clamp -> clamp.rule() == Rule.BY_HAND);
        assertThat(loop.replicas()).isEqualTo(5);
    }

    @Test
    void anActionThatFailedAndWasAppliedAllTheSameIsNoChangeByHandEither() {
        Witness witness = new Witness(loop.journal(), loop.platform());
        witness.beforeApplying =
                () -> {
                    loop.platform().set(WORKLOAD.id(), 5);
                    loop.platform().breakDown(Fault.TIMED_OUT);
                };
        Cycle cycle = cycle(witness);
        turn(cycle, 80);
        turn(cycle, 200);
        loop.platform().mend();
        witness.beforeApplying = () -> {};
        assertThat(turn(cycle, 400).proposal().current()).isEqualTo(5);
        assertThat(loop.replicas()).isGreaterThan(5);
    }

    private DecisionRecord turn(Cycle cycle, double demand) {
        loop.clock().advance(WORKLOAD.cadence().cycle());
        loop.report(demand);
        return cycle.run(loop.clock().instant()).getFirst();
    }

    private Cycle cycle(Platform platform) {
        var knowledge = ControlLoop.knowledge(WORKLOAD, POLICY);
        return new Cycle(loop.telemetry(), platform, loop.journal(), knowledge, new Guard());
    }

    private List<JournalEntry> entries() {
        loop.journal().commit();
        return loop.journal().read();
    }
}
