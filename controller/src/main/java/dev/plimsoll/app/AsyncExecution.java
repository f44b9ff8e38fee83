// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.control.Execution;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Platform;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Carries actions out beside the loop, which never waits for a platform: an action that has not
 * ended in time has failed, whatever the platform says of it later. One that was not begun by then
 * never is.
 */
final class AsyncExecution implements Execution, AutoCloseable {
    /** Each has a connection of its own. */
    private static final int AT_ONCE = 64;

    private final Platform platform;
    private final InstantSource clock;
    private final Duration timeout;
    private final Conditions conditions;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    private final Map<WorkloadId, CompletableFuture<Acted>> underWay = new TreeMap<>();

    /**
     * @param conditions is told where another controller has taken the platform over
     */
    AsyncExecution(
            Platform platform, InstantSource clock, Duration timeout, Conditions conditions) {
        this.platform = platform;
        this.clock = clock;
        this.timeout = timeout;
        this.conditions = conditions;
    }

    @Override
    public void begin(Instant decided, ApprovedAction approved) {
        // What is over before its turn comes is not begun: completeAsync looks.
        underWay.put(
                approved.action().workload(),
                new CompletableFuture<Outcome>()
                        .completeAsync(() -> platform.apply(approved), threads)
                        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionally(_ -> failed(approved))
                        .thenApply(outcome -> new Acted(decided, outcome)));
    }

    /** Whatever a platform throws, nobody knows what it did. */
    private Outcome failed(ApprovedAction approved) {
        return new Outcome.Failed(approved.action(), clock.instant(), Fault.TIMED_OUT);
    }

    @Override
    public List<Acted> ended() {
        List<Acted> ended =
                underWay.values().stream()
                        .filter(CompletableFuture::isDone)
                        .map(CompletableFuture::join)
                        .toList();
        ended.forEach(acted -> {
            underWay.remove(acted.workload());
            tell(acted.outcome());
        });
        return ended;
    }

    private void tell(Outcome outcome) {
        if (outcome instanceof Outcome.Applied) {
            conditions.clear(Kind.PLATFORM_TAKEN, "");
        } else if (outcome instanceof Outcome.Refused(var _, var _, var refusal)
                && refusal == Outcome.Refusal.SUPERSEDED) {
            conditions.raise(
                    Kind.PLATFORM_TAKEN,
                    "",
                    "a later controller has taken the platform over, and what this one orders is"
                            + " refused: end one of the two, and then start this one again if it is"
                            + " to go on");
        }
    }

    @Override
    public boolean isUnderWay(WorkloadId workload) {
        return underWay.containsKey(workload);
    }

    /** Lets end what was begun: no longer than an action may take. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
