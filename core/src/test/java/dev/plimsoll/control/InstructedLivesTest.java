// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.ReactivePolicy;
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

/** Lives in which people have a say: restored, folded or replayed, they come out the same. */
class InstructedLivesTest {
    private static final int TURNS = 160;
    private static final Guard GUARD = new Guard();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload WEB =
            Workloads.web(new ReplicaLimits(2, 40), new ScalingBehavior(6, 0.5, MINUTE, MINUTE, 4));

    /** A policy, a world and its people, by one seed. */
    record Life(Policy policy, long seed) {
        Workload workload() {
            return WEB.with(new RandomPeople(seed).consent());
        }

        Knowledge knowledge() {
            return new Knowledge(Map.of(WEB.id(), new WorkloadKnowledge(workload(), policy)));
        }

        @Override
        public String toString() {
            return "%s, %s, seed %d".formatted(policy.name(), workload().consent(), seed);
        }
    }

    static Stream<Life> lives() {
        return Stream.of(new ReactivePolicy(1.2), PredictivePolicy.DEFAULT)
                .flatMap(
                        policy -> LongStream.rangeClosed(1, 15).mapToObj(s -> new Life(policy, s)));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void aJournalReplaysWithoutDifferences(Life life) {
        List<JournalEntry> entries = throughJournal(live(life.knowledge(), life, TURNS));
        Replay.Result result = Replay.of(entries, life.knowledge());
        long seen = entries.stream().filter(Observed.class::isInstance).count();
        assertThat(result).isEqualTo(new Replay.Result((int) seen, List.of()));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void aSnapshotAndTheEntriesAfterItGiveTheLiveState(Life life) {
        int saved = new SplittableRandom(life.seed()).nextInt(TURNS);
        Knowledge live = life.knowledge();
        Scene scene = new Scene(live, life);
        List<JournalEntry> before = scene.live(saved);
        byte[] snapshot = bytes(live);
        List<JournalEntry> after = scene.live(TURNS - saved);

        Knowledge folded = life.knowledge();
        throughJournal(before).forEach(folded::fold);
        assertThat(bytes(folded)).isEqualTo(snapshot);
        Knowledge restored = life.knowledge();
        restored.of(WEB.id()).restore(snapshot);
        throughJournal(after).forEach(restored::fold);
        assertThat(bytes(restored)).isEqualTo(bytes(live));
    }

    /** What one says is in force for the whole journal, whatever decisions repeat each other. */
    @ParameterizedTest
    @MethodSource("lives")
    void foldingTheWholeJournalGivesTheLiveState(Life life) {
        Knowledge live = life.knowledge();
        List<JournalEntry> entries = live(live, life, TURNS);
        Knowledge folded = life.knowledge();
        throughJournal(entries).forEach(folded::fold);
        assertThat(bytes(folded)).isEqualTo(bytes(live));
    }

    @Test
    void theLivesAreWorthIt() {
        List<DecisionRecord> decisions =
                lives().flatMap(life -> live(life.knowledge(), life, TURNS).stream())
                        .filter(Decided.class::isInstance)
                        .map(entry -> ((Decided) entry).record())
                        .toList();
        assertThat(decisions)
                .filteredOn(decision -> decision.verdict() instanceof Verdict.Withheld)
                .extracting(decision ->
                        (Object) ((Verdict.Withheld) decision.verdict()).why().getClass())
                .contains(
                        Withholding.ObserveOnly.class,
                        Withholding.AwaitingApproval.class,
                        Withholding.Paused.class,
                        Withholding.RejectedByPerson.class);
        assertThat(decisions)
                .filteredOn(decision -> decision.verdict().leave().isPresent())
                .extracting(decision -> decision.proposal().purpose())
                .contains(Purpose.PLAN, Purpose.TICK, Purpose.TAKE_BACK);
    }

    /** A world and its people around what is known. */
    private record Scene(
            Knowledge knowledge, Workload workload, RandomWorld world, RandomPeople people) {
        Scene(Knowledge knowledge, Life life) {
            this(
                    knowledge,
                    life.workload(),
                    new RandomWorld(WEB, life.seed()),
                    new RandomPeople(-life.seed()));
        }

        List<JournalEntry> live(int turns) {
            List<JournalEntry> entries = new ArrayList<>();
            for (int turn = 0; turn < turns; turn++) {
                Observed cycle = world.next();
                act(cycle, knowledge.decide(cycle, GUARD), entries);
                say(cycle, entries);
                Observed tick = world.tick();
                DecisionRecord decision = knowledge.decide(tick, GUARD);
                if (decision.counts(Clock.TICK)) {
                    act(tick, decision, entries);
                }
            }
            return entries;
        }

        private void say(Observed cycle, List<JournalEntry> entries) {
            people.say(WEB.id(), cycle.at(), knowledge.of(WEB.id()))
                    .ifPresent(instructed -> take(instructed, entries));
        }

        private void act(Observed seen, DecisionRecord decision, List<JournalEntry> entries) {
            entries.add(seen);
            entries.add(new Decided(decision));
            world.carryOut(decision).ifPresent(acted -> take(acted, entries));
        }

        private void take(JournalEntry entry, List<JournalEntry> entries) {
            knowledge.fold(entry);
            entries.add(entry);
        }
    }

    private static List<JournalEntry> live(Knowledge knowledge, Life life, int turns) {
        return new Scene(knowledge, life).live(turns);
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
