// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.Restoration.Restored;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Instruction.Promote;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.ReactivePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever begins where a journal ends knows what whoever wrote it knew. */
class RestorationTest {
    private static final int TURNS = 300;
    private static final Policy POLICY = PredictivePolicy.DEFAULT;
    private static final List<Workload> WORKLOADS =
            List.of(workload("a"), workload("b"), workload("c"));

    private final Journal journal = new InMemoryJournal(Duration.ofDays(2));
    private final Map<WorkloadId, WorkloadKnowledge> live = new TreeMap<>();
    private Instant now = Instant.EPOCH;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void knowsTheSameToTheByteWhereverEachWasSaved(long seed) {
        live(seed, true);
        Restored restored = restored(POLICY);
        assertThat(restored.anew()).isEmpty();
        live.forEach((id, knowledge) ->
                assertThat(restored.knowledge().of(id).snapshot())
                        .as("seed %d, %s", seed, id)
                        .isEqualTo(knowledge.snapshot()));
    }

    @Test
    void learnsFromTheJournalWhatWasNeverSaved() {
        live(1, false);
        Restored restored = restored(POLICY);
        live.forEach((id, knowledge) ->
                assertThat(restored.knowledge().of(id).snapshot())
                        .as("%s", id)
                        .isEqualTo(knowledge.snapshot()));
    }

    @Test
    void learnsAnewWhatWasSavedForAnotherPolicyAndSaysWhy() {
        live(1, true);
        Restored restored = restored(new ReactivePolicy(1.2));
        assertThat(restored.anew()).hasSize(3);
        assertThat(restored.anew().values())
                .allSatisfy(why ->
                        assertThat(why).contains("policy 'predictive'").contains("'reactive'"));
        for (Workload workload : WORKLOADS) {
            byte[] known = restored.knowledge().of(workload.id()).snapshot();
            byte[] nothing = new WorkloadKnowledge(workload, new ReactivePolicy(1.2)).snapshot();
            assertThat(known).isNotEqualTo(nothing);
        }
    }

    @Test
    void whatOnePolicyHasEarnedNoOtherKeeps() {
        live(1, true);
        WorkloadId promoted = WORKLOADS.getFirst().id();
        journal.append(new Instructed(now, promoted, new Promote("scorecard", "it did well")));
        journal.commit();
        assertThat(restored(POLICY).knowledge().of(promoted).isPromoted()).isTrue();
        assertThat(restored(new ReactivePolicy(1.2)).knowledge().of(promoted).isPromoted())
                .isFalse();
    }

    @Test
    void oneWhoseSnapshotIsDamagedLeavesTheOthersAlone() {
        live(1, true);
        WorkloadId damaged = WORKLOADS.getFirst().id();
        journal.save(damaged, new byte[] {1, 2, 3});
        journal.commit();
        Restored restored = restored(POLICY);
        assertThat(restored.anew()).containsOnlyKeys(damaged);
        live.forEach((id, knowledge) ->
                assertThat(restored.knowledge().of(id).snapshot())
                        .as("%s", id)
                        .isEqualTo(knowledge.snapshot()));
    }

    @Test
    void aFewAmongManyLearnByThemselves() {
        live(1, false);
        Map<WorkloadId, Workload> byId = new TreeMap<>();
        WORKLOADS.forEach(workload -> byId.put(workload.id(), workload));
        for (int other = 0; other < 500; other++) {
            Workload idle = workload("idle-" + other);
            byId.put(idle.id(), idle);
            journal.save(idle.id(), new WorkloadKnowledge(idle, POLICY).snapshot());
        }
        journal.commit();
        Restored restored = restored(byId, POLICY);
        live.forEach((id, knowledge) ->
                assertThat(restored.knowledge().of(id).snapshot())
                        .as("%s", id)
                        .isEqualTo(knowledge.snapshot()));
    }

    @Test
    void ofAnEmptyJournalNothingIsKnown() {
        Restored restored = restored(POLICY);
        assertThat(restored.anew()).isEmpty();
        for (Workload workload : WORKLOADS) {
            assertThat(restored.knowledge().of(workload.id()).snapshot())
                    .isEqualTo(new WorkloadKnowledge(workload, POLICY).snapshot());
        }
    }

    private Restored restored(Policy policy) {
        Map<WorkloadId, Workload> byId = new TreeMap<>();
        WORKLOADS.forEach(workload -> byId.put(workload.id(), workload));
        return restored(byId, policy);
    }

    private Restored restored(Map<WorkloadId, Workload> byId, Policy policy) {
        return Restoration.of(
                journal,
                new TreeSet<>(byId.keySet()),
                id -> new WorkloadKnowledge(byId.get(id), policy),
                now);
    }

    /** Each workload through its own world; some are saved on the way, each at its own time. */
    private void live(long seed, boolean saving) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<WorkloadId, RandomWorld> worlds = new TreeMap<>();
        for (Workload workload : WORKLOADS) {
            worlds.put(workload.id(), new RandomWorld(workload, random.nextLong()));
            live.put(workload.id(), new WorkloadKnowledge(workload, POLICY));
        }
        Knowledge knowledge = new Knowledge(live);
        for (int turn = 0; turn < TURNS; turn++) {
            for (Workload workload : WORKLOADS) {
                turn(knowledge, worlds.get(workload.id()));
                if (saving && (turn == 0 || random.nextInt(50) == 0)) {
                    journal.save(workload.id(), live.get(workload.id()).snapshot());
                }
            }
            journal.commit();
        }
    }

    private void turn(Knowledge knowledge, RandomWorld world) {
        Observed observed = world.next();
        now = observed.at();
        DecisionRecord decision = knowledge.decide(observed, new Guard());
        journal.append(observed);
        journal.append(new Decided(decision));
        world.carryOut(decision)
                .ifPresent(acted -> {
                    journal.append(acted);
                    knowledge.fold(acted);
                });
    }

    private static Workload workload(String name) {
        return Workloads.of(new WorkloadId("shop", name), Workloads.WIDE, ScalingBehavior.DEFAULT);
    }
}
