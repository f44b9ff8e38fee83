// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.plan.StaticPolicy;
import dev.plimsoll.plan.ThresholdPolicy;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Knowledge is a fold over the journal, and can be carried to another host at any point. */
class KnowledgeTest {
    private static final int TURNS = 240;
    private static final Guard GUARD = new Guard();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Workload WEB =
            Workloads.web(new ReplicaLimits(2, 40), new ScalingBehavior(3, 0.3, MINUTE, MINUTE, 4));

    record Life(Policy policy, long seed) {
        @Override
        public String toString() {
            return "%s, seed %d".formatted(policy.name(), seed);
        }
    }

    static Stream<Life> lives() {
        return policies()
                .flatMap(policy -> LongStream.rangeClosed(1, 8).mapToObj(s -> new Life(policy, s)));
    }

    static Stream<Policy> policies() {
        return Stream.of(
                new StaticPolicy(7),
                ThresholdPolicy.DEFAULT,
                new ReactivePolicy(1.2),
                PredictivePolicy.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void restoredAtAnyPointItDecidesExactlyTheSame(Life life) {
        WorkloadKnowledge live = new WorkloadKnowledge(WEB, life.policy());
        RandomWorld world = new RandomWorld(WEB, life.seed());
        int moved = new SplittableRandom(life.seed()).nextInt(0, TURNS);
        live(live, world, moved);
        WorkloadKnowledge restored = new WorkloadKnowledge(WEB, life.policy());
        restored.restore(live.snapshot());

        assertThat(restored.snapshot()).isEqualTo(live.snapshot());
        for (int turn = moved; turn < TURNS; turn++) {
            Observed observed = world.next();
            DecisionRecord decision = decide(live, observed);
            assertThat(decide(restored, observed)).as("turn %d", turn).isEqualTo(decision);
            world.carryOut(decision);
        }
        assertThat(restored.snapshot()).isEqualTo(live.snapshot());
    }

    @ParameterizedTest
    @MethodSource("lives")
    void foldingTheJournalGivesTheSameBytesAsDecidingLive(Life life) {
        WorkloadKnowledge live = new WorkloadKnowledge(WEB, life.policy());
        RandomWorld world = new RandomWorld(WEB, life.seed());
        int saved = new SplittableRandom(-life.seed()).nextInt(0, TURNS);
        List<JournalEntry> before = live(live, world, saved);
        byte[] snapshot = live.snapshot();
        List<JournalEntry> after = live(live, world, TURNS - saved);

        WorkloadKnowledge folded = new WorkloadKnowledge(WEB, life.policy());
        Knowledge knowledge = new Knowledge(Map.of(WEB.id(), folded));
        throughJournal(before).forEach(knowledge::fold);
        assertThat(folded.snapshot()).isEqualTo(snapshot);
        throughJournal(after).forEach(knowledge::fold);
        assertThat(folded.snapshot()).isEqualTo(live.snapshot());
    }

    @Test
    void theRandomLivesAreWorthDeciding() {
        List<JournalEntry> entries = new ArrayList<>();
        lives().filter(life -> life.seed() <= 3)
                .forEach(life ->
                        entries.addAll(
                                live(
                                        new WorkloadKnowledge(WEB, life.policy()),
                                        new RandomWorld(WEB, life.seed()),
                                        TURNS)));
        assertThat(entries)
                .filteredOn(Decided.class::isInstance)
                .extracting(entry -> ((Decided) entry).record().proposal().reason())
                .contains(
                        Reason.DEMAND,
                        Reason.FORECAST,
                        Reason.OVERLOAD,
                        Reason.IDLE,
                        Reason.WITHIN,
                        Reason.FIXED,
                        Reason.HELD,
                        Reason.NO_EVIDENCE);
    }

    /** The bound is made when a sample arrives: a host that takes over between two must have it. */
    @Test
    void theForecastIsKnownAtOnceAfterRestore() {
        WorkloadKnowledge live = new WorkloadKnowledge(WEB, PredictivePolicy.DEFAULT);
        RandomWorld world = new RandomWorld(WEB, 1);
        live(live, world, 100);
        Observed again = world.next();
        decide(live, again);
        WorkloadKnowledge restored = new WorkloadKnowledge(WEB, PredictivePolicy.DEFAULT);
        restored.restore(live.snapshot());
        Assessment withoutNewSample = live.observe(again);
        assertThat(withoutNewSample.outlook().bound().forecaster()).isNotEmpty();
        assertThat(restored.observe(again)).isEqualTo(withoutNewSample);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void decidingChangesNothing(Policy policy) {
        WorkloadKnowledge knowledge = new WorkloadKnowledge(WEB, policy);
        RandomWorld world = new RandomWorld(WEB, 3);
        live(knowledge, world, 50);
        Assessment assessment = knowledge.observe(world.next());
        byte[] before = knowledge.snapshot();
        DecisionRecord decision = knowledge.decide(assessment, GUARD);
        assertThat(knowledge.snapshot()).isEqualTo(before);
        assertThat(knowledge.decide(assessment, GUARD)).isEqualTo(decision);
    }

    @Test
    void refusesASnapshotOfAnotherPolicyOrForm() {
        byte[] snapshot = new WorkloadKnowledge(WEB, new ReactivePolicy(1.2)).snapshot();
        WorkloadKnowledge knowledge = new WorkloadKnowledge(WEB, ThresholdPolicy.DEFAULT);
        byte[] before = knowledge.snapshot();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> knowledge.restore(snapshot))
                .withMessage(
                        "snapshot of shop/web has form 8 and policy 'reactive',"
                                + " wanted form 8 and policy 'threshold'");
        byte[] laterForm = before.clone();
        laterForm[3]++;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> knowledge.restore(laterForm))
                .withMessageContaining("form 8");
        assertThat(knowledge.snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void refusesASnapshotThatIsTooShortOrTooLong(Policy policy) {
        WorkloadKnowledge knowledge = new WorkloadKnowledge(WEB, policy);
        byte[] snapshot = knowledge.snapshot();
        for (int length : new int[] {0, 3, 12, snapshot.length - 1, snapshot.length + 1}) {
            byte[] cut = Arrays.copyOf(snapshot, length);
            assertThatIllegalArgumentException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> knowledge.restore(cut));
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void refusesASnapshotThatWasCutAnywhere(Policy policy) {
        WorkloadKnowledge live = new WorkloadKnowledge(WEB, policy);
        live(live, new RandomWorld(WEB, 2), 100);
        byte[] snapshot = live.snapshot();
        for (int length = 0; length < snapshot.length; length += 13) {
            byte[] cut = Arrays.copyOf(snapshot, length);
            assertThatIllegalArgumentException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> new WorkloadKnowledge(WEB, policy).restore(cut));
        }
    }

    /** It is saved once an hour for each of thousands of workloads. */
    @Test
    void whatAnHourTaughtTakesFewBytes() {
        WorkloadKnowledge live = new WorkloadKnowledge(WEB, PredictivePolicy.DEFAULT);
        live(live, new RandomWorld(WEB, 1), TURNS);
        assertThat(live.snapshot()).hasSizeLessThan(25_000);
    }

    @Test
    void refusesAWorkloadThatNoPolicyCovers() {
        Knowledge knowledge = new Knowledge(Map.of());
        assertThat(knowledge.covers(WEB.id())).isFalse();
        Observed observed = new RandomWorld(WEB, 1).next();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> knowledge.decide(observed, GUARD))
                .withMessage("no policy covers workload shop/web");
    }

    /**
     * The same bytes on every machine. A new value is right only if the form of the state, what is
     * learned, or {@link RandomWorld} changed on purpose.
     */
    @Test
    void theBytesAreTheSameOnEveryMachine() throws Exception {
        WorkloadKnowledge knowledge = new WorkloadKnowledge(WEB, new ReactivePolicy(1.2));
        live(knowledge, new RandomWorld(WEB, 1), 300);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(knowledge.snapshot());
        assertThat(HexFormat.of().formatHex(digest, 0, 8)).isEqualTo("5d19624aa75d1e77");
    }

    private static List<JournalEntry> live(
            WorkloadKnowledge knowledge, RandomWorld world, int turns) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            Observed observed = world.next();
            DecisionRecord decision = decide(knowledge, observed);
            world.carryOut(decision);
            entries.add(observed);
            entries.add(new Decided(decision));
        }
        return entries;
    }

    private static DecisionRecord decide(WorkloadKnowledge knowledge, Observed observed) {
        return new Knowledge(Map.of(WEB.id(), knowledge)).decide(observed, GUARD);
    }

    private static List<JournalEntry> throughJournal(List<JournalEntry> entries) {
        Journal journal = new InMemoryJournal(Duration.ofDays(1));
        entries.forEach(journal::append);
        journal.commit();
        return journal.read();
    }
}
