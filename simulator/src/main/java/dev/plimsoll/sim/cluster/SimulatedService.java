// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.model.Replica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One service in virtual time: replicas that are ordered, start, become ready, carry traffic, drain
 * and end, or crash.
 *
 * <p>Things happen at the starts of steps: a replica takes traffic from the first step that begins
 * when it is ready, and one that is retired takes none from the step that begins then. It is billed
 * from its order until it has ended. Times are whole seconds since the start of the run. Not
 * thread-safe.
 */
public final class SimulatedService {
    private final ServiceModel model;
    private final StationPhysics physics;
    private final LeadTimeDraws leadTimes;
    private final ServiceState state;
    private final int room;
    private final StartQueue starting = new StartQueue();
    private final ReadyCohorts cohorts = new ReadyCohorts();
    private final List<ReplicaGroup> ready = new ArrayList<>();
    private final List<ReplicaGroup> leaving = new ArrayList<>();
    private int desired;
    private int readyReplicas;
    private double startFactor = 1;
    private long version = 1;
    private long now;

    /**
     * A service with {@code initial} replicas that are ready at second 0, and room for any more.
     */
    public SimulatedService(ServiceModel model, LeadTimeDraws leadTimes, int initial) {
        this(model, leadTimes, initial, ServiceState.stateless(), Integer.MAX_VALUE);
    }

    /**
     * The same with state, on nodes that hold no more than {@code room} replicas: those ordered
     * beyond stay pending.
     */
    public SimulatedService(
            ServiceModel model,
            LeadTimeDraws leadTimes,
            int initial,
            ServiceState state,
            int room) {
        this.model = model;
        this.physics = new StationPhysics(model);
        this.leadTimes = leadTimes;
        this.state = state;
        this.room = room;
        this.desired = initial;
        state.begin(initial);
        addReady(initial, 0);
    }

    public long now() {
        return now;
    }

    /** Replicas asked for. */
    public int desired() {
        return desired;
    }

    /** Replicas that take traffic. */
    public int ready() {
        return readyReplicas;
    }

    /** Requests that one replica serves at once. */
    public int slots() {
        return model.station().concurrency();
    }

    /** Requests per second that one replica serves with all its slots busy. */
    public double saturationRate() {
        return model.station().saturationRate();
    }

    public int stepSeconds() {
        return model.stepSeconds();
    }

    /** Replicas ordered and not ready yet. */
    public int starting() {
        return starting.replicas();
    }

    /** When the oldest of those was ordered. */
    public OptionalLong pendingSince() {
        return starting.oldest();
    }

    /** The ready replicas by age, oldest first. */
    public Iterable<Cohort> readyCohorts() {
        return cohorts.oldestFirst();
    }

    /** The starting replicas by order, oldest first. */
    public List<Cohort> startingCohorts() {
        return starting.cohorts();
    }

    /** Replicas ordered and not ended: starting, ready and leaving. */
    public int billed() {
        return starting.replicas() + readyReplicas + Math.max(draining(), state.leaving());
    }

    /** Moves on with every change of what is asked for. */
    public long version() {
        return version;
    }

    /** The replicas by name, oldest first; empty where they are not told apart. */
    public List<Replica> replicas() {
        return state.replicas();
    }

    /** What the replicas keep. */
    public ServiceState state() {
        return state;
    }

    /** The lead times of the orders that became ready since the last call, one for each order. */
    public List<Duration> takeCompletedStarts() {
        return starting.takeCompleted();
    }

    /** From now on nobody looks at tail latencies; steps tell them as 0, and are cheaper. */
    public void withoutTails() {
        physics.withoutTails();
    }

    /** From now on replicas take so many times as long to start as is drawn for them. */
    public void startFactor(double factor) {
        startFactor = factor;
    }

    /** Begins the step that starts at {@code second}. */
    public void beginStep(long second) {
        now = second;
        takeReady();
        if (!leaving.isEmpty()) {
            leaving.removeIf(this::hasEnded);
        }
    }

    /** Serves the step that was begun. */
    public ServedStep serve(Traffic traffic, LatencyTally tally) {
        ServedStep step = physics.serve(ready, readyReplicas, traffic, tally);
        for (ReplicaGroup group : leaving) {
            group.queue().drain();
        }
        if (ready.size() > 1) {
            mergeLike();
        }
        state.step(traffic.demand(), readyReplicas, now, model.stepSeconds());
        return step;
    }

    /** Serves the step that was begun, at {@code demand} honest requests per second. */
    public ServedStep serve(double demand, LatencyTally tally) {
        return serve(Traffic.of(demand), tally);
    }

    /** Asks for so many replicas: orders what is missing, or retires the newest. */
    public void scaleTo(int replicas) {
        scaleTo(replicas, List.of(), model.drainSeconds());
    }

    /** The same, but the victims are retired first, and have so long to end their sessions. */
    public void scaleTo(int replicas, List<String> victims, long drainSeconds) {
        if (replicas == desired) {
            return;
        }
        if (replicas > desired) {
            order(replicas - desired);
        } else {
            int cancelled = starting.cancel(desired - replicas);
            state.cancel(cancelled);
            int retired = desired - replicas - cancelled;
            state.retire(retired, victims, now + drainSeconds);
            retire(retired, ready.size() - 1, -1);
            cohorts.takeNewest(retired);
        }
        desired = replicas;
        version++;
    }

    /** The oldest replicas leave, and as many are ordered in their place. */
    public void replace(int replicas) {
        state.replaceOldest(replicas, now + model.drainSeconds());
        retire(replicas, 0, 1);
        cohorts.takeOldest(replicas);
        order(replicas);
    }

    /** Ready replicas die with what waits at them; as many are ordered in their place. */
    public void crash(int replicas) {
        int crashed = 0;
        for (int i = ready.size() - 1; i >= 0; i--) {
            crashed += ready.get(i).take(replicas - crashed);
        }
        readyReplicas -= crashed;
        cohorts.takeNewest(crashed);
        ready.removeIf(group -> group.replicas() == 0);
        state.crash(crashed);
        order(crashed);
    }

    private void order(int replicas) {
        if (replicas > 0) {
            int longer = state.order(replicas, readyReplicas + starting.replicas() + replicas);
            starting.order(replicas, now, leadTimes.seconds(now) * startFactor + longer);
            takeReady();
        }
    }

    /** Retires ready replicas, group by group in the direction of {@code step}. */
    private void retire(int replicas, int first, int step) {
        int left = replicas;
        for (int i = first; i >= 0 && i < ready.size() && left > 0; i += step) {
            ReplicaGroup group = ready.get(i);
            int taken = group.take(left);
            if (!group.queue().isClear()) {
                leaving.add(new ReplicaGroup(taken, now, group.queue().copy()));
            }
            left -= taken;
        }
        readyReplicas -= replicas - left;
        ready.removeIf(group -> group.replicas() == 0);
    }

    /** Also right after an order: what takes no time to start is ready at once. */
    private void takeReady() {
        for (Cohort started : starting.takeReady(now, room - readyReplicas - draining())) {
            state.becomeReady(started.replicas());
            addReady(started.replicas(), started.orderedAt());
        }
    }

    private void addReady(int replicas, long orderedAt) {
        readyReplicas += replicas;
        cohorts.add(replicas, orderedAt, now);
        ready.add(new ReplicaGroup(replicas, now, new ReplicaQueue(model)));
    }

    private int draining() {
        int draining = 0;
        for (ReplicaGroup group : leaving) {
            draining += group.replicas();
        }
        return draining;
    }

    private boolean hasEnded(ReplicaGroup group) {
        return group.queue().isClear() || now - group.since() >= model.drainSeconds();
    }

    private void mergeLike() {
        for (int i = ready.size() - 1; i > 0; i--) {
            if (ready.get(i).queue().isLike(ready.get(i - 1).queue())) {
                ready.get(i - 1).add(ready.remove(i).replicas());
            }
        }
    }
}
