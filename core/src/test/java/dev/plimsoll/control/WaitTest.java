// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.HybridAlgorithm;
import dev.plimsoll.plan.HybridPolicy;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.telemetry.InMemoryTelemetry;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy that waits for 10 s before it scales out, through cycles and ticks. */
class WaitTest {
    private static final Workload WEB = Workloads.web();
    private static final Policy POLICY = new HybridPolicy(HybridAlgorithm.DEFAULT);
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final HandSetClock clock = new HandSetClock(START);
    private final InMemoryPlatform platform = new InMemoryPlatform(clock);
    private final InMemoryTelemetry telemetry = new InMemoryTelemetry(WEB.cadence());
    private final InMemoryJournal journal = new InMemoryJournal(Duration.ofHours(1));
    private final Cycle cycle =
            new Cycle(
                    telemetry, platform, journal, ControlLoop.knowledge(WEB, POLICY), new Guard());

    WaitTest() {
        platform.set(WEB.id(), 10);
    }

    @Test
    void theTickAtTheEndOfTheWaitCarriesOutWhatIsAskedForThen() {
        assertThat(cycle(0, 0.9).getFirst().proposal().reason()).isEqualTo(Reason.WAITING);
        assertThat(tick(5, 0.9)).isEmpty();
        assertThat(replicas()).isEqualTo(10);

        DecisionRecord due = tick(10, 0.9).getFirst();

        assertThat(due.proposal().purpose()).isEqualTo(Purpose.PLAN);
        assertThat(due.proposal().reason()).isEqualTo(Reason.OVERLOAD);
        assertThat(replicas()).isEqualTo(12);
    }

    @Test
    void aRequestLapsesWhereNothingIsAskedForAtTheEndOfTheWait() {
        cycle(0, 0.9);
        DecisionRecord due = tick(10, 0.5).getFirst();
        assertThat(due.verdict()).isInstanceOf(Verdict.Unchanged.class);
        assertThat(tick(11, 0.9)).isEmpty();

        assertThat(cycle(15, 0.9).getFirst().proposal().reason()).isEqualTo(Reason.WAITING);
        assertThat(replicas()).isEqualTo(10);
        tick(25, 0.9);
        assertThat(replicas()).isEqualTo(12);
    }

    @Test
    void waitsReplayWithoutDifferences() {
        cycle(0, 0.9);
        tick(10, 0.5);
        cycle(15, 0.9);
        tick(25, 0.9);
        cycle(30, 0.5);
        cycle(45, 0.9);

        assertThat(Replay.of(journal.read(), ControlLoop.knowledge(WEB, POLICY)))
                .isEqualTo(new Replay.Result(6, List.of()));
    }

    private List<DecisionRecord> cycle(int second, double utilization) {
        see(second, utilization);
        return cycle.run(clock.instant());
    }

    private List<DecisionRecord> tick(int second, double utilization) {
        see(second, utilization);
        return cycle.tick(clock.instant());
    }

    private void see(int second, double utilization) {
        clock.advance(Duration.between(clock.instant(), START.plusSeconds(second)));
        telemetry.report(WEB.id(), Signal.UTILIZATION, utilization, clock.instant());
    }

    private int replicas() {
        return platform.inventory().stream().mapToInt(Inventory::desired).sum();
    }
}
