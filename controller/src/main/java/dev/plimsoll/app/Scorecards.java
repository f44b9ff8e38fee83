// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.control.PromotionState;
import dev.plimsoll.server.control.ScorecardState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Judges beside the loop what policies that only observe, or are on probation, would have brought:
 * one after the other, each again when an hour has passed, and never for more than a tenth of the
 * time. Thread-safe.
 */
final class Scorecards implements AutoCloseable {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int REST = 9;
    private static final Duration LEAST_REST = Duration.ofSeconds(1);

    private final Policies policies;
    private final Journal journal;
    private final InstantSource clock;
    private final Conditions conditions;
    private final Map<WorkloadId, ScorecardState> cards = new ConcurrentSkipListMap<>();
    private final Map<WorkloadId, Instant> earliest = new ConcurrentSkipListMap<>();
    private final Map<WorkloadId, String> earned = new ConcurrentSkipListMap<>();
    private final Map<WorkloadId, Instant> judged = new TreeMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Judges nobody before it begins.
     *
     * @param conditions is told of a defect that a judgement meets
     */
    Scorecards(Policies policies, Journal journal, InstantSource clock, Conditions conditions) {
        this.policies = policies;
        this.journal = journal;
        this.clock = clock;
        this.conditions = conditions;
        this.thread = Thread.ofPlatform().daemon().name("scorecards").unstarted(this::work);
    }

    void begin() {
        thread.start();
    }

    /** What the policy of a workload would have brought. */
    Optional<ScorecardState> of(WorkloadId workload) {
        return Optional.ofNullable(cards.get(workload));
    }

    /** How far the policy of a workload is from being let act, where it must prove itself. */
    Optional<PromotionState> promotion(WorkloadId workload, boolean promoted) {
        return policies.of(workload)
                .promotion()
                .map(wanted ->
                        new PromotionState(
                                promoted,
                                new Probation(wanted, of(workload).flatMap(ScorecardState::figures))
                                        .bounds(),
                                Optional.ofNullable(earliest.get(workload))
                                        .filter(_ -> !promoted)));
    }

    /** The workloads whose policies have proved themselves since this was asked last, and how. */
    SortedMap<WorkloadId, String> earned() {
        SortedMap<WorkloadId, String> told = new TreeMap<>(earned);
        earned.keySet().removeAll(told.keySet());
        return told;
    }

    private void work() {
        try {
            Duration rest = Duration.ZERO;
            while (!closed.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                long begin = System.nanoTime();
                judgeNext();
                Duration due = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(REST);
                rest = due.compareTo(LEAST_REST) < 0 ? LEAST_REST : due;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judgeNext() {
        policies.all().stream()
                .filter(Scorecards::isToBeJudged)
                .filter(this::isDue)
                .findFirst()
                .ifPresent(this::judge);
    }

    private static boolean isToBeJudged(ScalingPolicy policy) {
        Consent consent = policy.workload().consent();
        return consent.mode() == Mode.OBSERVE || consent.onProbation();
    }

    private boolean isDue(ScalingPolicy policy) {
        Instant last = judged.get(policy.workload().id());
        return last == null || !clock.instant().isBefore(last.plus(HOUR));
    }

    private void judge(ScalingPolicy policy) {
        Instant now = clock.instant();
        // Whatever comes of it is a value: a defect ends this trial alone.
        FutureTask<Trial> trial = new FutureTask<>(() -> Trial.of(policy, journal, now));
        trial.run();
        if (trial.state() == Future.State.SUCCESS) {
            keep(policy, trial.resultNow(), now);
        } else if (!(trial.exceptionNow() instanceof JournalException)) {
            failed(policy.workload().id(), trial.exceptionNow(), now);
        } // else it is gone for a while, and then read again; or closed, and so is this
    }

    private void keep(ScalingPolicy policy, Trial trial, Instant now) {
        WorkloadId id = policy.workload().id();
        ScorecardState card = trial.state();
        cards.put(id, card);
        policy.promotion()
                .ifPresent(wanted -> {
                    earliest.put(id, later(trial.longEnoughAt(wanted.over()), now.plus(HOUR)));
                    if (new Probation(wanted, card.figures()).isPassed()) {
                        earned.put(id, card.sentence());
                    }
                });
        judged.put(id, now);
        conditions.clear(Kind.DEFECT, id.toString());
    }

    /** The others are judged meanwhile. */
    private synchronized void failed(WorkloadId id, Throwable defect, Instant now) {
        judged.put(id, now);
        if (closed.getCount() > 0) {
            conditions.note(DefectText.of(defect));
            conditions.raise(
                    Kind.DEFECT,
                    id.toString(),
                    "the policy of %s cannot be judged; it is tried again in an hour: %s"
                            .formatted(id, defect));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Ends with what is being judged. An interrupt would close the file that H2 reads then. What
     * was wrong is found again by whoever judges next.
     */
    @Override
    public synchronized void close() {
        closed.countDown();
        policies.workloads().forEach(id -> conditions.clear(Kind.DEFECT, id.toString()));
    }
}
