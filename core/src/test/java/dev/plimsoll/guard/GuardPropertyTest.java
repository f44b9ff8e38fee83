// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.Verdict.Approved;
import dev.plimsoll.guard.Verdict.Deferred;
import dev.plimsoll.guard.Verdict.Rejected;
import dev.plimsoll.guard.Verdict.Unchanged;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlooks;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random proposals, some absurd, to a workload that is also changed by hand, refuses some actions
 * and loses readings, under limits that its owner changes. Whatever happens, the invariants hold,
 * judged by a log of the test's own.
 *
 * <p>The documented order gives one exception, the same for every rule but the limits themselves:
 * where the workload stands outside its limits it is moved to the nearest of them, without evidence
 * and whatever the pace.
 */
class GuardPropertyTest {
    private static final int TURNS = 60;
    private static final Signal[] SIGNALS = Signal.values();

    private record Done(Instant at, int from, int to) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noProposalGetsPastTheInvariants(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ScalingBehavior behavior = behavior(random);
        ReplicaLimits limits = limits(random);
        ActionHistory history = new ActionHistory();
        List<Done> log = new ArrayList<>();
        Instant now = Instant.parse("2026-01-05T00:00:00Z");
        int current = random.nextInt(0, 60);
        for (int turn = 0; turn < TURNS; turn++) {
            now = now.plusSeconds(random.nextInt(1, 40));
            limits = random.nextInt(20) == 0 ? limits(random) : limits;
            current = random.nextInt(15) == 0 ? random.nextInt(0, 80) : current;
            Workload workload = Workloads.web(limits, behavior);
            Review review = review(random, now, workload, current, history);
            Verdict verdict = new Guard().review(review);

            assertThat(new Guard().review(review)).isEqualTo(verdict);
            assertClampsLeadToTheVerdict(review, verdict);
            if (verdict instanceof Approved(ApprovedAction approved, var _)
                    && approved.action() instanceof Action.Scale(var _, int from, int to, var _)) {
                assertThat(from).isEqualTo(current).isNotEqualTo(to);
                assertThat(approved.version()).isEqualTo(review.inventory().version());
                assertHolds(review, to, log);
                history.approved(review.outlook(), Purpose.PLAN, approved.action());
                log.add(new Done(now, from, to));
                current = random.nextInt(5) == 0 ? current : to;
            }
        }
    }

    private static void assertHolds(Review review, int to, List<Done> log) {
        ReplicaLimits limits = review.workload().limits();
        ScalingBehavior behavior = review.workload().behavior();
        int current = review.current();
        int nearest = limits.clamp(current);
        boolean forced = nearest != current && to == nearest;

        assertThat(to).as("limits").isBetween(limits.min(), limits.max());
        if (forced) {
            return;
        }
        assertThat(review.inventory().version())
                .as("precondition")
                .isEqualTo(review.proposal().version());
        assertThat(since(log, review.at().minusSeconds(60)))
                .as("actions within a minute before this one")
                .hasSizeLessThan(behavior.maxActionsPerMinute());
        if (to < current) {
            assertThat(review.proposal().evidence())
                    .as("evidence")
                    .allMatch(review.readings()::isFresh);
            assertThat(since(log, review.at().minus(behavior.coolDown())))
                    .as("cool-down")
                    .noneMatch(done -> done.to() > done.from());
            assertThat(leaving(review, to, log))
                    .as("share")
                    .isLessThanOrEqualTo(mayLeave(review, log));
        }
    }

    /** Replicas gone within the period, this scale-in included. */
    private static int leaving(Review review, int to, List<Done> log) {
        return gone(review, log) + review.current() - to;
    }

    private static int mayLeave(Review review, List<Done> log) {
        int atStart = review.current() + gone(review, log);
        return Math.max(1, (int) (atStart * review.workload().behavior().scaleInShare()));
    }

    private static int gone(Review review, List<Done> log) {
        Instant from = review.at().minus(review.workload().behavior().scaleInPeriod());
        return Math.max(0, since(log, from).stream().mapToInt(d -> d.from() - d.to()).sum());
    }

    private static List<Done> since(List<Done> log, Instant since) {
        return log.stream().filter(done -> done.at().isAfter(since)).toList();
    }

    private static void assertClampsLeadToTheVerdict(Review review, Verdict verdict) {
        int replicas = review.proposal().target();
        int order = -1;
        for (Clamp clamp : verdict.clamps()) {
            assertThat(clamp.before()).isEqualTo(replicas).isNotEqualTo(clamp.after());
            assertThat(clamp.rule().ordinal()).isGreaterThan(order);
            order = clamp.rule().ordinal();
            replicas = clamp.after();
        }
        switch (verdict) {
            case Approved(var approved, var _) ->
                    assertThat(approved.action())
                            .isEqualTo(new Action.Scale(Workloads.WEB, review.current(), replicas));
            case Unchanged() -> assertThat(review.proposal().target()).isEqualTo(review.current());
            case Deferred(var clamps) -> {
                assertThat(replicas).isEqualTo(review.current());
                assertThat(clamps.getLast().rule().isPassing()).isTrue();
            }
            case Rejected(var clamps) -> {
                assertThat(replicas).isEqualTo(review.current());
                assertThat(clamps.getLast().rule().isPassing()).isFalse();
            }
        }
    }

    private static Review review(
            SplittableRandom random,
            Instant now,
            Workload workload,
            int current,
            ActionHistory history) {
        long version = random.nextInt(5);
        long planned = random.nextInt(6) == 0 ? version - 1 : version;
        var inventory = new Inventory(workload.id(), current, current, version, List.of());
        var proposal =
                new Proposal(
                        Purpose.PLAN,
                        workload.id(),
                        "random",
                        current,
                        target(random, current),
                        Reason.DEMAND,
                        evidence(random),
                        planned,
                        List.of());
        var snapshot = new WorkloadSnapshot(inventory, readings(random, now));
        return new Review(Outlooks.of(workload, now, snapshot), proposal, history, 0);
    }

    private static int target(SplittableRandom random, int current) {
        return switch (random.nextInt(12)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> Integer.MIN_VALUE;
            case 2 -> 0;
            case 3 -> current;
            default -> random.nextInt(-5, 90);
        };
    }

    private static List<Signal> evidence(SplittableRandom random) {
        List<Signal> evidence = new ArrayList<>();
        for (Signal signal : SIGNALS) {
            if (random.nextInt(3) == 0) {
                evidence.add(signal);
            }
        }
        return evidence;
    }

    private static Readings readings(SplittableRandom random, Instant now) {
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        for (Signal signal : SIGNALS) {
            switch (random.nextInt(8)) {
                case 0 -> readings.put(signal, new Reading.Stale(1, now));
                case 1 -> readings.put(signal, new Reading.Absent(Reading.Cause.INVALID));
                case 2 -> readings.put(signal, Reading.NEVER_SEEN);
                default -> readings.put(signal, new Reading.Fresh(random.nextDouble(), now));
            }
        }
        return Readings.of(readings);
    }

    private static ReplicaLimits limits(SplittableRandom random) {
        int min = random.nextInt(1, 20);
        return new ReplicaLimits(min, min + random.nextInt(0, 50));
    }

    private static ScalingBehavior behavior(SplittableRandom random) {
        return new ScalingBehavior(
                random.nextInt(1, 7),
                random.nextDouble(0.01, 1),
                Duration.ofSeconds(random.nextInt(1, 300)),
                Duration.ofSeconds(random.nextInt(0, 120)),
                1);
    }
}
