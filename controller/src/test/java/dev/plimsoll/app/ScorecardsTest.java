// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.app.Conditions.Condition;
import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.policy.ConfigurationReader;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.KnowledgeSnapshot;
import dev.plimsoll.control.Selection;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.control.Bound;
import dev.plimsoll.server.control.PromotionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who judges beside the loop outlives a store that is away, and disturbs nobody at its end. */
@Timeout(60)
class ScorecardsTest {
    private static final String POLICY =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: ScalingPolicy
            metadata: {name: web, namespace: shop}
            spec:
              scaleTargetRef: {kind: SimulatedService, name: web}
              mode: Observe
              policy: predictive
              maxReplicas: 40
              slo: {latency: {target: 250ms}}
            """;
    private static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");
    private static final WorkloadId WEB = new WorkloadId("shop", "web");

    private final Conditions conditions = new Conditions(Log.silent());

    @Test
    void aStoreThatIsAwayIsReadAgainOnceItIsBack() throws InterruptedException {
        CountDownLatch reads = new CountDownLatch(2);
        Journal journal =
                new ReadBy(() -> {
                    reads.countDown();
                    if (reads.getCount() > 0) {
                        throw new JournalException(
                                JournalException.Fault.GONE, "store", "it was started again");
                    }
                    return List.of();
                });
        try (Scorecards scorecards = scorecards(journal)) {
            scorecards.begin();
            assertThat(reads.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aDefectIsAConditionAndDoesNotEndTheJudging() {
        Journal journal =
                new ReadBy(() -> {
                    throw new IllegalStateException("a bug");
                });
        Scorecards scorecards = scorecards(journal);
        scorecards.begin();
        Condition defect = AwaitedConditions.present(conditions, Kind.DEFECT);
        assertThat(defect.subject()).isEqualTo("shop/web");
        assertThat(defect.sentence())
                .isEqualTo(
                        "the policy of shop/web cannot be judged; it is tried again in an hour:"
                                + " java.lang.IllegalStateException: a bug");
        scorecards.close();
        assertThat(conditions.present()).isEmpty();
    }

    @Test
    void whatIsFoundAfterTheEndIsNotTold() throws InterruptedException {
        CompletableFuture<Thread> judge = new CompletableFuture<>();
        CountDownLatch ended = new CountDownLatch(1);
        Scorecards scorecards =
                scorecards(
                        new ReadBy(() -> {
                            judge.complete(Thread.currentThread());
                            assertThat(isOver(ended)).isTrue();
                            throw new IllegalStateException("a bug");
                        }));
        scorecards.begin();
        Thread thread = judge.join();
        scorecards.close();
        ended.countDown();
        thread.join();
        assertThat(conditions.present()).isEmpty();
    }

    @Test
    void whatMustProveItselfSaysHowFarItIs() {
        String text =
                POLICY.replace("Observe", "Act") + "  promotion: {over: 12h, violations: 1%}\n";
        try (Scorecards scorecards = scorecards(text, new InMemoryJournal(Duration.ofDays(7)))) {
            PromotionState before = scorecards.promotion(WEB, false).orElseThrow();
            assertThat(before.bounds()).hasSize(4).noneMatch(Bound::met);
            assertThat(before.earliest()).isEmpty();
            scorecards.begin();
            Instant earliest = earliest(scorecards);
            assertThat(earliest).isEqualTo(NOW.plusSeconds((long) Math.ceil(43_200 / 0.7)));
            assertThat(scorecards.of(WEB).orElseThrow().figures()).isEmpty();
            assertThat(scorecards.promotion(WEB, true).orElseThrow().earliest()).isEmpty();
        }
    }

    private static Instant earliest(Scorecards scorecards) {
        while (true) {
            var earliest = scorecards.promotion(WEB, false).flatMap(PromotionState::earliest);
            if (earliest.isPresent()) {
                return earliest.get();
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void whoReadsTheStoreAtTheEndIsNotInterrupted() {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Scorecards scorecards =
                scorecards(
                        new ReadBy(() -> {
                            reading.countDown();
                            interrupted.complete(!isOver(ended));
                            return List.of();
                        }));
        scorecards.begin();
        assertThat(isOver(reading)).isTrue();

        scorecards.close();
        ended.countDown();

        assertThat(interrupted.join()).isFalse();
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private Scorecards scorecards(Journal journal) {
        return scorecards(POLICY, journal);
    }

    private Scorecards scorecards(String policy, Journal journal) {
        var configuration = ConfigurationReader.read(List.of(new Source("test", policy)));
        return new Scorecards(new Policies(configuration), journal, () -> NOW, conditions);
    }

    /** A journal that is only read, in a way of its own. */
    private record ReadBy(Supplier<List<Kept>> way, Journal rest) implements Journal {
        ReadBy(Supplier<List<Kept>> way) {
            this(way, new InMemoryJournal(Duration.ofDays(7)));
        }

        @Override
        public List<Kept> read(Selection selection) {
            return way.get();
        }

        @Override
        public void append(JournalEntry entry) {
            rest.append(entry);
        }

        @Override
        public void save(WorkloadId workload, byte[] knowledge) {
            rest.save(workload, knowledge);
        }

        @Override
        public void commit() {
            rest.commit();
        }

        @Override
        public Optional<KnowledgeSnapshot> saved(WorkloadId workload) {
            return rest.saved(workload);
        }

        @Override
        public void saveTold(SortedMap<String, Long> told) {
            rest.saveTold(told);
        }

        @Override
        public SortedMap<String, Long> told() {
            return rest.told();
        }

        @Override
        public long end() {
            return rest.end();
        }

        @Override
        public List<Decided> unfinished() {
            return rest.unfinished();
        }
    }
}
