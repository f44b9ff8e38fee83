// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

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
    private final Map<WorkloadId, String> sentences = new ConcurrentSkipListMap<>();
    private final Map<WorkloadId, String> earned = new ConcurrentSkipListMap<>();
    private final Map<WorkloadId, Instant> judged = new TreeMap<>();
    private final Thread thread;

    Scorecards(Policies policies, Journal journal, InstantSource clock) {
        this.policies = policies;
        this.journal = journal;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("scorecards").unstarted(this::work);
    }

    void begin() {
        thread.start();
    }

    /** What the policy of a workload would have brought, a sentence. */
    Optional<String> of(WorkloadId workload) {
        return Optional.ofNullable(sentences.get(workload));
    }

    /** The workloads whose policies have proved themselves since this was asked last, and how. */
    SortedMap<WorkloadId, String> earned() {
        SortedMap<WorkloadId, String> told = new TreeMap<>(earned);
        earned.keySet().removeAll(told.keySet());
        return told;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long begin = System.nanoTime();
                policies.all().stream()
                        .filter(Scorecards::isToBeJudged)
                        .filter(this::isDue)
                        .findFirst()
                        .ifPresent(this::judge);
                Duration rest = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(REST);
                Thread.sleep(rest.compareTo(LEAST_REST) < 0 ? LEAST_REST : rest);
            }
        } catch (InterruptedException | JournalException e) {
            Thread.currentThread().interrupt(); // The session has ended, and its journal with it.
        }
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
        WorkloadId id = policy.workload().id();
        Instant now = clock.instant();
        Trial trial = Trial.of(policy, journal, now);
        judged.put(id, now);
        sentences.put(id, trial.sentence());
        if (policy.promotion().filter(trial::isPassed).isPresent()) {
            earned.put(id, trial.sentence());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
