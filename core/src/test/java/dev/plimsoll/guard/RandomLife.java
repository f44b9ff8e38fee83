// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random workload in a random pool, and the absurd proposals that are made to it, in cycles and
 * ticks. Its owner changes the limits, somebody sets its replicas by hand, and the platform refuses
 * some actions.
 */
final class RandomLife {
    private static final Signal[] SIGNALS = Signal.values();
    private static final int NEVER = -1;

    private final SplittableRandom random;
    private final Weather weather;
    private final World world;
    private final ScalingBehavior behavior;
    private final Protection protection;
    private final Resources request;
    private final Capacity capacity;
    private final ActionHistory history = new ActionHistory();
    private final Invariants invariants = new Invariants();
    private ReplicaLimits limits;
    private Instant now = Instant.parse("2026-01-05T00:00:00Z");
    private boolean tick;
    private int lastLooked = NEVER;
    private Pool pool = Pool.UNLIMITED;

    RandomLife(long seed) {
        random = new SplittableRandom(seed);
        weather = new Weather(random);
        world = new World(random, random.nextInt(4) > 0, random.nextInt(0, 40), now);
        behavior = behavior();
        protection = protection();
        request = new Resources(random.nextInt(0, 3), random.nextInt(0, 3));
        capacity =
                random.nextInt(4) > 0
                        ? new Capacity.Known(Weather.PER_REPLICA, 0.8, Capacity.Basis.LEARNED)
                        : Capacity.UNKNOWN;
        limits = limits();
    }

    Invariants invariants() {
        return invariants;
    }

    /** What is to be reviewed next. */
    Review next() {
        now = now.plusSeconds(random.nextInt(1, weather.isHelpless() ? 30 : 40));
        weather.pass();
        world.pass(now, weather.isHelpless());
        limits = random.nextInt(25) == 0 ? limits() : limits;
        pool = random.nextInt(10) == 0 ? pool() : pool;
        tick = random.nextInt(6) == 0;
        if (random.nextInt(40) == 0) {
            byHand();
        }
        Outlook outlook = outlook();
        if (!tick) {
            lastLooked = outlook.current();
            history.observe(outlook);
            invariants.looked(outlook);
        }
        return new Review(outlook, proposal(outlook), history, random.nextInt(-2, 9));
    }

    /** Lets the platform carry out an approved action, or refuse it. */
    void approved(Review review, Action.Scale action) {
        history.approved(review.outlook(), review.proposal().purpose(), action);
        if (review.isFor(Purpose.TAKE_BACK) && action.to() % 2 == 0) {
            history.reverted();
        }
        invariants.done(review.outlook(), review.proposal().purpose(), action);
        lastLooked = action.to();
        if (random.nextInt(6) > 0) {
            world.carryOut(action, now);
        } else {
            history.refused(action);
            lastLooked = action.from();
        }
    }

    /** Never back to the number that was there before, which nobody could tell from no change. */
    private void byHand() {
        int number = random.nextInt(0, 60);
        if (number != lastLooked && lastLooked != NEVER) {
            world.scale(number, List.of(), now);
            invariants.sawHand(now);
        }
    }

    private Outlook outlook() {
        var inventory = world.inventory();
        var readings = weather.readings(now, inventory.replicas());
        Workload workload =
                new Workload(
                        Workloads.WEB,
                        limits,
                        Workloads.SLO,
                        100,
                        behavior,
                        Cadence.DEFAULT,
                        request,
                        protection);
        return new Outlook(
                workload,
                now,
                new WorkloadSnapshot(inventory, readings, pool),
                capacity,
                new LeadTime(40, 0.25),
                DemandBound.NONE,
                history.lastChange());
    }

    private Proposal proposal(Outlook outlook) {
        var inventory = outlook.snapshot().inventory();
        long version = inventory.version() - (random.nextInt(10) == 0 ? 1 : 0);
        return new Proposal(
                purpose(),
                Workloads.WEB,
                "random",
                inventory.desired(),
                target(inventory.desired()),
                Reason.DEMAND,
                evidence(),
                version,
                List.of());
    }

    private Purpose purpose() {
        if (tick) {
            return Purpose.TICK;
        }
        return random.nextInt(15) == 0 ? Purpose.TAKE_BACK : Purpose.PLAN;
    }

    private int target(int current) {
        return switch (random.nextInt(16)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> Integer.MIN_VALUE;
            case 2 -> 0;
            case 3 -> current;
            case 4, 5, 6, 7 -> current + random.nextInt(1, 4);
            case 8, 9, 10 -> current - random.nextInt(1, 4);
            default -> random.nextInt(-5, 90);
        };
    }

    private List<Signal> evidence() {
        List<Signal> evidence = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            evidence.add(SIGNALS[random.nextInt(SIGNALS.length)]);
        }
        return evidence;
    }

    private ReplicaLimits limits() {
        int min = random.nextInt(4) == 0 ? random.nextInt(1, 20) : 1;
        return new ReplicaLimits(min, min + random.nextInt(0, 80));
    }

    private Pool pool() {
        int quota = random.nextInt(2) == 0 ? Integer.MAX_VALUE : random.nextInt(0, 60);
        var left = new Resources(random.nextInt(0, 60), random.nextInt(0, 60));
        return new Pool(random.nextInt(2) == 0 ? Resources.UNLIMITED : left, quota);
    }

    private ScalingBehavior behavior() {
        return new ScalingBehavior(
                random.nextInt(1, 7),
                random.nextDouble(0.01, 1),
                Duration.ofSeconds(random.nextInt(1, 200)),
                Duration.ofSeconds(random.nextInt(0, 90)),
                1);
    }

    private Protection protection() {
        StateKind state =
                switch (random.nextInt(3)) {
                    case 0 -> StateKind.STATELESS;
                    case 1 -> new StateKind.Sessions(Duration.ofMinutes(2));
                    default -> new StateKind.Ordered(random.nextInt(1, 12));
                };
        return new Protection(
                state, random.nextDouble(0.01, 1), Duration.ofSeconds(random.nextInt(0, 200)));
    }
}
