// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

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
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reviews made by hand. Where nothing else is said: 1 to 1000 replicas, every pace allowed, fresh
 * demand as the only evidence, no history, and a world that did not move.
 */
public final class ReviewBuilder {
    public static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    public static final Duration MINUTE = Duration.ofMinutes(1);

    private final int current;
    private final int target;
    private final ActionHistory history = new ActionHistory();
    private ReplicaLimits limits = Workloads.WIDE;
    private ScalingBehavior behavior = new ScalingBehavior(100, 1, MINUTE, Duration.ZERO, 1);
    private List<Signal> evidence = List.of(Signal.DEMAND);
    private Readings readings = TestReadings.at(NOW).fresh(Signal.DEMAND, 1).readings();
    private long planned = 1;
    private long version = 1;

    private ReviewBuilder(int current, int target) {
        this.current = current;
        this.target = target;
    }

    public static ReviewBuilder review(int current, int target) {
        return new ReviewBuilder(current, target);
    }

    public ReviewBuilder limits(int min, int max) {
        limits = new ReplicaLimits(min, max);
        return this;
    }

    public ReviewBuilder share(double scaleInShare) {
        behavior =
                new ScalingBehavior(
                        behavior.maxActionsPerMinute(),
                        scaleInShare,
                        behavior.scaleInPeriod(),
                        behavior.coolDown(),
                        1);
        return this;
    }

    public ReviewBuilder coolDown(Duration coolDown) {
        behavior =
                new ScalingBehavior(
                        behavior.maxActionsPerMinute(),
                        behavior.scaleInShare(),
                        behavior.scaleInPeriod(),
                        coolDown,
                        1);
        return this;
    }

    public ReviewBuilder actionsPerMinute(int most) {
        behavior =
                new ScalingBehavior(
                        most,
                        behavior.scaleInShare(),
                        behavior.scaleInPeriod(),
                        behavior.coolDown(),
                        1);
        return this;
    }

    public ReviewBuilder evidence(Signal... signals) {
        evidence = List.of(signals);
        return this;
    }

    public ReviewBuilder dark() {
        readings = Readings.NONE;
        return this;
    }

    public ReviewBuilder readings(Readings given) {
        readings = given;
        return this;
    }

    public ReviewBuilder moved() {
        version = planned + 1;
        return this;
    }

    public ReviewBuilder versions(long plannedFor, long now) {
        planned = plannedFor;
        version = now;
        return this;
    }

    /** Done so long before the review; oldest first. */
    public ReviewBuilder done(Duration ago, int from, int to) {
        Workload workload = Workloads.web();
        var inventory = new Inventory(workload.id(), from, from, 1, List.of());
        var snapshot = new WorkloadSnapshot(inventory, Readings.NONE);
        history.approved(
                Outlooks.of(workload, NOW.minus(ago), snapshot),
                Purpose.PLAN,
                new Action.Scale(workload.id(), from, to));
        return this;
    }

    public Review build() {
        Workload workload = Workloads.web(limits, behavior);
        var inventory = new Inventory(workload.id(), current, current, version, List.of());
        var proposal =
                new Proposal(
                        Purpose.PLAN,
                        workload.id(),
                        "test",
                        current,
                        target,
                        Reason.DEMAND,
                        evidence,
                        planned,
                        List.of());
        var snapshot = new WorkloadSnapshot(inventory, readings);
        return new Review(Outlooks.of(workload, NOW, snapshot), proposal, history, 0);
    }
}
