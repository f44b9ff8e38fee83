// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.Replay.Difference;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Verdict.Rejected;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.ThresholdPolicy;
import dev.plimsoll.plan.Want;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final Workload WEB = Workloads.web();
    private static final Policy POLICY = new ReactivePolicy(1.2);
    private static final int TURNS = 120;

    static Stream<Policy> policies() {
        return Stream.of(ThresholdPolicy.DEFAULT, POLICY, PredictivePolicy.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aJournalReplaysWithoutDifferences(Policy policy) {
        for (long seed = 1; seed <= 5; seed++) {
            List<JournalEntry> entries = journal(policy, seed);
            Replay.Result result = Replay.of(entries, fresh(policy));
            assertThat(result).isEqualTo(new Replay.Result(TURNS, List.of()));
        }
    }

    @Test
    void theJournalThatReplaysHoldsFewerDecisionsThanWereMade() {
        assertThat(journal(POLICY, 1))
                .filteredOn(Decided.class::isInstance)
                .hasSizeBetween(2, TURNS - 20);
    }

    @Test
    void actionsAreNoDecisions() {
        List<JournalEntry> entries = new ArrayList<>(journal(POLICY, 1));
        var action = new Action.Scale(WEB.id(), 1, 900);
        entries.add(
                3,
                new Acted(entries.get(2).at(), new Outcome.Applied(action, entries.get(2).at())));
        assertThat(Replay.of(entries, fresh(POLICY)).differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20})
    void findsADecisionWithAnotherTarget(int which) {
        assertFindsTampering(which, decision -> withTarget(decision, 999));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void findsADecisionWithAnotherVerdict(int which) {
        assertFindsTampering(
                which,
                decision ->
                        new DecisionRecord(
                                decision.outlook(),
                                decision.want(),
                                decision.proposal(),
                                new Rejected(List.of())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void findsADecisionForAnotherWant(int which) {
        assertFindsTampering(
                which,
                decision ->
                        new DecisionRecord(
                                decision.outlook(),
                                new Want(999, decision.want().reason()),
                                decision.proposal(),
                                decision.verdict()));
    }

    private static void assertFindsTampering(int which, UnaryOperator<DecisionRecord> tamper) {
        List<JournalEntry> entries = new ArrayList<>(journal(POLICY, 1));
        int at = decisions(entries).get(which);
        Decided honest = (Decided) entries.get(at);
        DecisionRecord tampered = tamper.apply(honest.record());
        entries.set(at, new Decided(tampered, honest.until()));

        List<Difference> differences = Replay.of(entries, fresh(POLICY)).differences();
        assertThat(differences.getFirst())
                .isEqualTo(new Difference(Optional.of(tampered), honest.record()));
        assertThat(differences).allSatisfy(d -> assertThat(d.journalled()).hasValue(tampered));
    }

    @Test
    void findsADecisionThatIsMissing() {
        List<JournalEntry> entries = new ArrayList<>(journal(POLICY, 1));
        Decided missing = (Decided) entries.remove((int) decisions(entries).get(3));
        List<Difference> differences = Replay.of(entries, fresh(POLICY)).differences();
        assertThat(differences.getFirst())
                .isEqualTo(new Difference(Optional.empty(), missing.record()));
        assertThat(differences)
                .allSatisfy(d ->
                        assertThat(d.replayed().at()).isBetween(missing.at(), missing.until()));
    }

    @Test
    void findsThatAllDecisionsAreMissing() {
        List<JournalEntry> observations =
                journal(POLICY, 1).stream().filter(Observed.class::isInstance).toList();
        assertThat(Replay.of(observations, fresh(POLICY)).differences()).hasSize(TURNS);
    }

    @Test
    void findsAnObservationThatWasChanged() {
        List<JournalEntry> entries = new ArrayList<>(journal(POLICY, 1));
        Observed honest = (Observed) entries.getFirst();
        var dark = new WorkloadSnapshot(honest.snapshot().inventory(), Readings.NONE);
        entries.set(0, new Observed(honest.at(), dark));
        assertThat(Replay.of(entries, fresh(POLICY)).differences()).isNotEmpty();
    }

    @Test
    void findsAnUntilThatReachesTooFar() {
        List<JournalEntry> entries = new ArrayList<>(journal(POLICY, 1));
        int first = decisions(entries).getFirst();
        Decided honest = (Decided) entries.get(first);
        entries.set(first, new Decided(honest.record(), entries.getLast().at()));
        assertThat(Replay.of(entries, fresh(POLICY)).differences()).isNotEmpty();
    }

    private static DecisionRecord withTarget(DecisionRecord decision, int target) {
        Proposal honest = decision.proposal();
        Proposal tampered =
                new Proposal(
                        honest.purpose(),
                        honest.workload(),
                        honest.policy(),
                        honest.current(),
                        target,
                        honest.reason(),
                        honest.evidence(),
                        honest.version(),
                        honest.alternatives());
        return new DecisionRecord(
                decision.outlook(), decision.want(), tampered, decision.verdict());
    }

    private static List<Integer> decisions(List<JournalEntry> entries) {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i) instanceof Decided)
                .boxed()
                .toList();
    }

    private static List<JournalEntry> journal(Policy policy, long seed) {
        Journal journal = new InMemoryJournal(Duration.ofDays(1));
        Knowledge knowledge = fresh(policy);
        RandomWorld world = new RandomWorld(WEB, seed);
        for (int turn = 0; turn < TURNS; turn++) {
            Observed observed = world.next();
            DecisionRecord decision = knowledge.decide(observed, new Guard());
            world.carryOut(decision);
            journal.append(observed);
            journal.append(new Decided(decision));
            journal.commit();
        }
        return journal.read();
    }

    private static Knowledge fresh(Policy policy) {
        return new Knowledge(Map.of(WEB.id(), new WorkloadKnowledge(WEB, policy)));
    }
}
