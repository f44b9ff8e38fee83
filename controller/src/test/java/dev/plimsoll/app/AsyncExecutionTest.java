// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.InMemoryPlatform;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Platform;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.guard.Approvals;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Actions that are carried out beside whoever decided them. */
class AsyncExecutionTest {
    private static final WorkloadId WEB = Workloads.WEB;
    private static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final InMemoryPlatform platform = new InMemoryPlatform(CLOCK);
    private final Conditions conditions = new Conditions(Log.silent());

    AsyncExecutionTest() {
        platform.set(WEB, 4);
    }

    @Test
    void tellsOnceWhatCameOfAnAction() {
        try (var execution = execution(platform, LONG)) {
            ApprovedAction approved = approved();
            execution.begin(NOW, approved);
            assertThat(ended(execution))
                    .containsExactly(new Acted(NOW, new Outcome.Applied(approved.action(), NOW)));
            assertThat(execution.ended()).isEmpty();
            assertThat(execution.isUnderWay(WEB)).isFalse();
        }
    }

    @Test
    void doesNotWaitForAPlatform() {
        CountDownLatch answers = new CountDownLatch(1);
        try (var execution = execution(slow(answers), LONG)) {
            execution.begin(NOW, approved());
            assertThat(execution.ended()).isEmpty();
            assertThat(execution.isUnderWay(WEB)).isTrue();
            answers.countDown();
            assertThat(ended(execution)).hasSize(1);
        }
    }

    @Test
    void whatTakesTooLongHasFailedWhateverIsSaidLater() {
        CountDownLatch answers = new CountDownLatch(1);
        try (var execution = execution(slow(answers), Duration.ofMillis(20))) {
            ApprovedAction approved = approved();
            execution.begin(NOW, approved);
            assertThat(ended(execution))
                    .containsExactly(
                            new Acted(
                                    NOW,
                                    new Outcome.Failed(approved.action(), NOW, Fault.TIMED_OUT)));
            answers.countDown();
            assertThat(execution.ended()).isEmpty();
        }
    }

    @Test
    void whatWasNotBegunWhenItsTimeWasOverNeverIs() {
        CountDownLatch answers = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Platform busy =
                answering(approved -> {
                    begun.incrementAndGet();
                    return slow(answers).apply(approved);
                });
        ApprovedAction approved = approved();
        var execution = execution(busy, Duration.ofMillis(200));
        for (int action = 0; action < 100; action++) {
            execution.begin(NOW.plusSeconds(action), approved);
        }
        assertThat(ended(execution)).hasSize(1);
        answers.countDown();
        execution.close();
        assertThat(begun).hasValueLessThan(100);
    }

    @Test
    void aDefectOfAPlatformIsAFailureOfUnknownEffect() {
        Platform broken =
                answering(_ -> {
                    throw new IllegalStateException("a defect");
                });
        try (var execution = execution(broken, LONG)) {
            execution.begin(NOW, approved());
            assertThat(ended(execution))
                    .singleElement()
                    .extracting(Acted::outcome)
                    .isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void closingLetsEndWhatWasBegun() {
        var execution = execution(platform, LONG);
        execution.begin(NOW, approved());
        execution.close();
        assertThat(execution.ended()).hasSize(1);
    }

    @Test
    void aPlatformThatObeysALaterControllerIsSaidUntilItObeysAgain() {
        AtomicInteger asked = new AtomicInteger();
        Platform taken =
                answering(approved ->
                        asked.getAndIncrement() == 0
                                ? new Outcome.Refused(
                                        approved.action(), NOW, Outcome.Refusal.SUPERSEDED)
                                : platform.apply(approved));
        try (var execution = execution(taken, LONG)) {
            execution.begin(NOW, approved());
            assertThat(ended(execution)).hasSize(1);
            assertThat(conditions.present())
                    .extracting(Conditions.Condition::kind)
                    .containsExactly(Conditions.Kind.PLATFORM_TAKEN);
            execution.begin(NOW.plusSeconds(1), approved());
            assertThat(ended(execution)).hasSize(1);
            assertThat(conditions.present()).isEmpty();
        }
    }

    private AsyncExecution execution(Platform acted, Duration timeout) {
        return new AsyncExecution(acted, CLOCK, timeout, conditions);
    }

    private ApprovedAction approved() {
        return Approvals.scale(platform.inventory().getFirst(), 7);
    }

    private static List<Acted> ended(AsyncExecution execution) {
        List<Acted> ended = execution.ended();
        while (ended.isEmpty()) {
            Thread.onSpinWait();
            ended = execution.ended();
        }
        return ended;
    }

    private Platform slow(CountDownLatch answers) {
        return answering(approved -> {
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return platform.apply(approved);
        });
    }

    private Platform answering(Function<ApprovedAction, Outcome> answer) {
        return new Platform() {
            @Override
            public List<Inventory> inventory() {
                return platform.inventory();
            }

            @Override
            public Pool pool() {
                return platform.pool();
            }

            @Override
            public Outcome apply(ApprovedAction approved) {
                return answer.apply(approved);
            }
        };
    }
}
