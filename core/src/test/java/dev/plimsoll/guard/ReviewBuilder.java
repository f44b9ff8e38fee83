// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlook;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reviews made by hand. Where nothing else is said: a plan of a stateless workload in a pool
 * without limits, 1 to 1000 replicas, every pace allowed and nothing to be spared, all replicas
 * ready, fresh demand as the only evidence, capacity unknown, no history, a lead time of 40 s
 * sharp, and a world that did not move.
 */
public final class ReviewBuilder {
    public static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    public static final Duration MINUTE = Duration.ofMinutes(1);

    /** Requests per second that a replica carries, once {@link #capacity} is known. */
    public static final double PER_REPLICA = 10;

    private final int current;
    private final int target;
    private final List<Consumer<ActionHistory>> past = new ArrayList<>();
    private final Authority authority = new Authority();
    private Purpose purpose = Purpose.PLAN;
    private String policy = "test";
    private Consent consent = Consent.FULL;
    private ReplicaLimits limits = Workloads.WIDE;
    private ScalingBehavior behavior = new ScalingBehavior(100, 1, MINUTE, Duration.ZERO, 1);
    private Resources request = Workload.USUAL_REQUEST;
    private Protection protection = new Protection(StateKind.STATELESS, 1, MINUTE);
    private List<Signal> evidence = List.of(Signal.DEMAND);
    private Readings readings = TestReadings.at(NOW).fresh(Signal.DEMAND, 1).readings();
    private Pool pool = Pool.UNLIMITED;
    private Capacity capacity = Capacity.UNKNOWN;
    private List<Replica> replicas = List.of();
    private Optional<Instant> pendingSince = Optional.empty();
    private int ready;
    private int burst;
    private long planned = 1;
    private long version = 1;

    private ReviewBuilder(int current, int target) {
        this.current = current;
        this.target = target;
        this.ready = current;
    }

    public static ReviewBuilder review(int current, int target) {
        return new ReviewBuilder(current, target);
    }

    public ReviewBuilder purpose(Purpose what) {
        purpose = what;
        return this;
    }

    /** A tick, with so much burst budget left. */
    public ReviewBuilder tick(int burstLeft) {
        burst = burstLeft;
        return purpose(Purpose.TICK);
    }

    public ReviewBuilder takeBack() {
        return purpose(Purpose.TAKE_BACK);
    }

    /** To take back what a person wants taken back. */
    public ReviewBuilder reverting() {
        policy = "revert";
        return takeBack();
    }

    public ReviewBuilder consent(Mode mode, double approvalAbove) {
        return consent(new Consent(mode, approvalAbove));
    }

    ReviewBuilder consent(Consent given) {
        consent = given;
        return this;
    }

    /** People said this a minute before the review, one after the other. */
    public ReviewBuilder told(Instruction... instructions) {
        List.of(instructions)
                .forEach(instruction -> authority.instructed(NOW.minus(MINUTE), instruction));
        return this;
    }

    public ReviewBuilder limits(int min, int max) {
        limits = new ReplicaLimits(min, max);
        return this;
    }

    public ReviewBuilder share(double scaleInShare) {
        return behavior(behavior.maxActionsPerMinute(), scaleInShare, behavior.coolDown());
    }

    public ReviewBuilder coolDown(Duration coolDown) {
        return behavior(behavior.maxActionsPerMinute(), behavior.scaleInShare(), coolDown);
    }

    public ReviewBuilder actionsPerMinute(int most) {
        return behavior(most, behavior.scaleInShare(), behavior.coolDown());
    }

    public ReviewBuilder request(double cpuCores, long memoryBytes) {
        request = new Resources(cpuCores, memoryBytes);
        return this;
    }

    public ReviewBuilder keeps(StateKind state) {
        protection = protection.of(state);
        return this;
    }

    public ReviewBuilder blastRadius(double share) {
        protection = new Protection(protection.state(), share, protection.holdFor());
        return this;
    }

    public ReviewBuilder holdFor(Duration hold) {
        protection = new Protection(protection.state(), protection.blastRadius(), hold);
        return this;
    }

    public ReviewBuilder quota(int most) {
        pool = new Pool(pool.left(), most);
        return this;
    }

    public ReviewBuilder left(double cpuCores, long memoryBytes) {
        pool = new Pool(new Resources(cpuCores, memoryBytes), pool.quota());
        return this;
    }

    public ReviewBuilder ready(int some) {
        ready = some;
        return this;
    }

    public ReviewBuilder replicas(Replica... listed) {
        replicas = List.of(listed);
        return this;
    }

    public ReviewBuilder pendingFor(Duration time) {
        pendingSince = Optional.of(NOW.minus(time));
        return this;
    }

    public ReviewBuilder evidence(Signal... signals) {
        evidence = List.of(signals);
        return this;
    }

    public ReviewBuilder dark() {
        return readings(Readings.NONE);
    }

    public ReviewBuilder readings(Readings given) {
        readings = given;
        return this;
    }

    public ReviewBuilder readings(TestReadings given) {
        return readings(given.readings());
    }

    /** It is known what a replica carries. */
    public ReviewBuilder capacity() {
        capacity = new Capacity.Known(PER_REPLICA, 0.8, Capacity.Basis.LEARNED);
        return this;
    }

    /** Fresh demand for exactly so many replicas. */
    public ReviewBuilder needs(int some) {
        return capacity().readings(TestReadings.at(NOW).fresh(Signal.DEMAND, some * PER_REPLICA));
    }

    public ReviewBuilder moved() {
        return versions(planned, planned + 1);
    }

    public ReviewBuilder versions(long plannedFor, long now) {
        planned = plannedFor;
        version = now;
        return this;
    }

    /** Done so long before the review; oldest first. */
    public ReviewBuilder done(Duration ago, int from, int to) {
        return done(Purpose.PLAN, ago, from, to);
    }

    public ReviewBuilder done(Purpose what, Duration ago, int from, int to) {
        var action = new Action.Scale(Workloads.WEB, from, to);
        return before(history -> history.approved(seen(ago, from), what, action));
    }

    /** What was taken back was so as a person wanted. */
    public ReviewBuilder reverted() {
        return before(ActionHistory::reverted);
    }

    /** In a cycle so long before the review this number was seen. */
    public ReviewBuilder saw(Duration ago, int number) {
        return before(history -> history.observe(seen(ago, number)));
    }

    /** Somebody set the present number, and a cycle saw it so long before the review. */
    public ReviewBuilder byHand(Duration ago) {
        return saw(ago.plus(MINUTE), current + 1).saw(ago, current);
    }

    /** The last of two useless scale-outs was found out so long before the review. */
    public ReviewBuilder useless(Duration ago) {
        return before(history -> GainScene.useless(history, NOW.minus(ago), current));
    }

    /** A scale-out is on trial; demand was {@code then}, and is {@code now}. */
    public ReviewBuilder onTrial(double then, double now) {
        readings = TestReadings.at(NOW).fresh(Signal.DEMAND, now).readings();
        return before(history -> GainScene.onTrial(history, NOW.minusSeconds(60), current, then));
    }

    public Review build() {
        ActionHistory history = new ActionHistory();
        past.forEach(step -> step.accept(history));
        Workload workload =
                new Workload(
                        Workloads.WEB,
                        limits,
                        Workloads.SLO,
                        100,
                        behavior,
                        Cadence.DEFAULT,
                        request,
                        protection,
                        consent);
        var inventory =
                new Inventory(
                        workload.id(), current, ready, version, List.of(), pendingSince, replicas);
        var outlook =
                new Outlook(
                        workload,
                        NOW,
                        new WorkloadSnapshot(inventory, readings, pool),
                        capacity,
                        new LeadTime(40, 0),
                        DemandBound.NONE,
                        history.lastChange());
        return new Review(outlook, proposal(), history, authority, burst);
    }

    private ReviewBuilder before(Consumer<ActionHistory> step) {
        past.add(step);
        return this;
    }

    private Proposal proposal() {
        return new Proposal(
                purpose,
                Workloads.WEB,
                policy,
                current,
                target,
                Reason.DEMAND,
                evidence,
                planned,
                List.of());
    }

    private ReviewBuilder behavior(int actions, double share, Duration coolDown) {
        behavior = new ScalingBehavior(actions, share, MINUTE, coolDown, 1);
        return this;
    }

    private static Outlook seen(Duration ago, int replicas) {
        var inventory = new Inventory(Workloads.WEB, replicas, replicas, 1, List.of());
        var snapshot = new WorkloadSnapshot(inventory, Readings.NONE);
        return Outlooks.of(Workloads.web(), NOW.minus(ago), snapshot);
    }
}
