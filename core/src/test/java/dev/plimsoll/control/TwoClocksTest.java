// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.plan.Want;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lives with cycles, ticks and refusals: restored, folded or replayed, they come out the same. */
class TwoClocksTest {
    private static final int TURNS = 120;
    private static final Guard GUARD = new Guard();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload WEB =
            Workloads.web(new ReplicaLimits(2, 40), new ScalingBehavior(6, 0.3, MINUTE, MINUTE, 4));

    /** Wants what the reactive policy wants, once it was wanted for a while. */
    private record Patient(ReactivePolicy eager) implements Policy {
        @Override
        public String name() {
            return "patient";
        }

        @Override
        public List<Signal> evidence() {
            return eager.evidence();
        }

        @Override
        public Want want(Outlook outlook) {
            return eager.want(outlook);
        }

        @Override
        public Duration scaleOutAfter() {
            return Duration.ofSeconds(20);
        }
    }

    record Life(Policy policy, long seed) {
        @Override
        public String toString() {
            return "%s, seed %d".formatted(policy.name(), seed);
        }
    }

    static Stream<Life> lives() {
        return Stream.of(
                        new ReactivePolicy(1.2),
                        PredictivePolicy.DEFAULT,
                        new Patient(new ReactivePolicy(1.2)))
                .flatMap(policy -> LongStream.rangeClosed(1, 8).mapToObj(s -> new Life(policy, s)));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void aJournalReplaysWithoutDifferences(Life life) {
        List<JournalEntry> entries =
                throughJournal(live(knowledge(life), new RandomWorld(WEB, life.seed()), TURNS));
        Replay.Result result = Replay.of(entries, knowledge(life));
        long seen = entries.stream().filter(Observed.class::isInstance).count();
        assertThat(result).isEqualTo(new Replay.Result((int) seen, List.of()));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void foldingTheJournalGivesTheSameBytesAsDecidingLive(Life life) {
        Knowledge live = knowledge(life);
        List<JournalEntry> entries = live(live, new RandomWorld(WEB, life.seed()), TURNS);
        Knowledge folded = knowledge(life);
        throughJournal(entries).forEach(folded::fold);
        assertThat(bytes(folded)).isEqualTo(bytes(live));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void restoredBeforeAnyCycleItDecidesExactlyTheSame(Life life) {
        Knowledge live = knowledge(life);
        RandomWorld world = new RandomWorld(WEB, life.seed());
        int moved = new SplittableRandom(life.seed()).nextInt(0, TURNS);
        live(live, world, moved);
        Knowledge restored = knowledge(life);
        restored.of(WEB.id()).restore(bytes(live));

        for (JournalEntry entry : live(live, world, TURNS - moved)) {
            switch (entry) {
                case Observed observed -> restored.decide(observed, GUARD);
                case Decided _ -> {}
                case Acted _, Instructed _ -> restored.fold(entry);
            }
        }
        assertThat(bytes(restored)).isEqualTo(bytes(live));
    }

    /** The surge to four times as many leaves something to be wanted, and to be waited for. */
    @Test
    void anActionStartsThePoliciesWaitAgain() {
        ControlLoop loop = new ControlLoop(WEB, new Patient(new ReactivePolicy(1)), 2);
        loop.turn(80);
        assertThat(loop.turn(1900).proposal().reason()).isEqualTo(Reason.WAITING);
        loop.turn(1900);
        assertThat(loop.turn(1900).verdict()).isInstanceOf(Verdict.Approved.class);
        assertThat(loop.replicas()).isEqualTo(22);
        assertThat(loop.turn(1900).proposal().reason()).isEqualTo(Reason.WAITING);
    }

    @Test
    void theLivesAreWorthIt() {
        List<JournalEntry> entries = new ArrayList<>();
        lives().forEach(life ->
                entries.addAll(live(knowledge(life), new RandomWorld(WEB, life.seed()), TURNS)));
        assertThat(entries)
                .filteredOn(Acted.class::isInstance)
                .extracting(entry -> (Object) ((Acted) entry).outcome().getClass())
                .contains(Outcome.Applied.class, Outcome.Refused.class);
        assertThat(entries)
                .filteredOn(Decided.class::isInstance)
                .extracting(entry -> ((Decided) entry).record().proposal().purpose())
                .contains(Purpose.PLAN, Purpose.TICK);
    }

    /** Cycles with a tick or two between them, as {@link Cycle} writes them down. */
    private static List<JournalEntry> live(Knowledge knowledge, RandomWorld world, int turns) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            Observed cycle = world.next();
            act(knowledge, world, cycle, knowledge.decide(cycle, GUARD), entries);
            Observed tick = world.tick();
            DecisionRecord decision = knowledge.decide(tick, GUARD);
            if (decision.counts(Clock.TICK)) {
                act(knowledge, world, tick, decision, entries);
            }
        }
        return entries;
    }

    private static void act(
            Knowledge knowledge,
            RandomWorld world,
            Observed observed,
            DecisionRecord decision,
            List<JournalEntry> entries) {
        entries.add(observed);
        entries.add(new Decided(decision));
        world.carryOut(decision)
                .ifPresent(acted -> {
                    knowledge.fold(acted);
                    entries.add(acted);
                });
    }

    private static Knowledge knowledge(Life life) {
        return new Knowledge(Map.of(WEB.id(), new WorkloadKnowledge(WEB, life.policy())));
    }

    private static byte[] bytes(Knowledge knowledge) {
        return knowledge.of(WEB.id()).snapshot();
    }

    private static List<JournalEntry> throughJournal(List<JournalEntry> entries) {
        Journal journal = new InMemoryJournal(Duration.ofDays(1));
        entries.forEach(journal::append);
        journal.commit();
        return journal.read();
    }
}
