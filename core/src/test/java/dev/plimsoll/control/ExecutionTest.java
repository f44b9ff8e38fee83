// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.ReactivePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The loop beside a platform that takes its time, and a crew that loses turns. */
class ExecutionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload WORKLOAD =
            Workloads.web(Workloads.WIDE, new ScalingBehavior(6, 0.5, MINUTE, MINUTE, 3));
    private static final ReactivePolicy POLICY = new ReactivePolicy(1.2);

    private final ControlLoop loop = new ControlLoop(WORKLOAD, POLICY, 2);
    private final SlowExecution execution = new SlowExecution(loop.platform());
    private boolean striking;
    private final Cycle cycle =
            new Cycle(
                    loop.telemetry(),
                    loop.platform(),
                    loop.journal(),
                    ControlLoop.knowledge(WORKLOAD, POLICY),
                    new Guard(),
                    new Workforce(new StrikingCrew(), execution));

    /** Actions that end when they are told to. */
    private static final class SlowExecution implements Execution {
        private final Platform platform;
        private final Map<WorkloadId, ApprovedAction> underWay = new TreeMap<>();
        private final Map<WorkloadId, Instant> decided = new TreeMap<>();
        private final List<Acted> ended = new ArrayList<>();

        private SlowExecution(Platform platform) {
            this.platform = platform;
        }

        @Override
        public void begin(Instant at, ApprovedAction action) {
            assertThat(underWay).doesNotContainKey(action.action().workload());
            underWay.put(action.action().workload(), action);
            decided.put(action.action().workload(), at);
        }

        private void end() {
            underWay.forEach(
                    (id, action) -> ended.add(new Acted(decided.get(id), platform.apply(action))));
        }

        @Override
        public List<Acted> ended() {
            List<Acted> told = List.copyOf(ended);
            told.forEach(acted -> underWay.remove(acted.workload()));
            ended.clear();
            return told;
        }

        @Override
        public boolean isUnderWay(WorkloadId workload) {
            return underWay.containsKey(workload);
        }
    }

    @Test
    void oneActionOfAWorkloadIsUnderWayAtATime() {
        turn(80);
        turn(200);
        assertThat(turn(400)).isEmpty();
        assertThat(tick(400)).isEmpty();
        assertThat(loop.replicas()).isEqualTo(2);
        execution.end();
        assertThat(loop.replicas()).isEqualTo(5);
        assertThat(turn(400)).hasSize(1);
        execution.end();
        assertThat(loop.replicas()).isEqualTo(10);
    }

    @Test
    void whatWasUnderWayIsNotTakenForAChangeByHand() {
        turn(80);
        turn(200);
        turn(200);
        execution.end();
        DecisionRecord next = turn(400).getFirst();
        assertThat(next.verdict().clamps()).noneMatch(clamp -> clamp.rule() == Rule.BY_HAND);
        assertThat(next.verdict().passed()).isPresent();
    }

    @Test
    void theOutcomeIsWrittenWithTheNextTurn() {
        turn(80);
        Instant decided = turn(200).getFirst().at();
        assertThat(loop.journal().unfinished()).hasSize(1);
        execution.end();
        turn(200);
        assertThat(loop.journal().unfinished()).isEmpty();
        assertThat(loop.journal().read())
                .filteredOn(Acted.class::isInstance)
                .extracting(entry -> ((Acted) entry).decided())
                .containsExactly(decided);
    }

    @Test
    void aWorkloadWhoseTurnIsLostIsLeftAsItIs() {
        turn(80);
        striking = true;
        assertThat(turn(400)).isEmpty();
        striking = false;
        turn(400);
        execution.end();
        assertThat(loop.replicas()).isEqualTo(10);
    }

    /** Does no turns at times. */
    private final class StrikingCrew implements Crew {
        @Override
        public <T> List<Optional<T>> each(List<Inventory> workloads, Function<Inventory, T> turn) {
            return striking
                    ? workloads.stream().map(_ -> Optional.<T>empty()).toList()
                    : Crew.ALONE.each(workloads, turn);
        }
    }

    private List<DecisionRecord> turn(double demand) {
        loop.clock().advance(WORKLOAD.cadence().cycle());
        loop.report(demand);
        return cycle.run(loop.clock().instant());
    }

    private List<DecisionRecord> tick(double demand) {
        loop.clock().advance(Duration.ofSeconds(2));
        loop.report(demand);
        return cycle.tick(loop.clock().instant());
    }
}
