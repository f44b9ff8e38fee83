// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
    private record Start(int replicas, long orderedAt, double seconds) {
        boolean isReady(long now) {
            return orderedAt + seconds <= now;
        }
    }

    private final ServiceModel model;
    private final StationPhysics physics;
    private final LeadTimeDraws leadTimes;
    private final List<Start> starting = new ArrayList<>();
    private final List<ReplicaGroup> ready = new ArrayList<>();
    private final List<ReplicaGroup> leaving = new ArrayList<>();
    private final List<Duration> completedStarts = new ArrayList<>();
    private int desired;
    private int readyReplicas;
    private int startingReplicas;
    private long version = 1;
    private long now;

    /** A service with {@code initial} replicas that are ready at second 0. */
    public SimulatedService(ServiceModel model, LeadTimeDraws leadTimes, int initial) {
        this.model = model;
        this.physics = new StationPhysics(model);
        this.leadTimes = leadTimes;
        this.desired = initial;
        addReady(initial);
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

    /** Replicas ordered and not ready yet. */
    public int starting() {
        return startingReplicas;
    }

    /** Replicas ordered and not ended: starting, ready and leaving. */
    public int billed() {
        int billed = startingReplicas + readyReplicas;
        for (ReplicaGroup group : leaving) {
            billed += group.replicas();
        }
        return billed;
    }

    /** Moves on with every change of what is asked for. */
    public long version() {
        return version;
    }

    /** The lead times of the orders that became ready since the last call, one for each order. */
    public List<Duration> takeCompletedStarts() {
        if (completedStarts.isEmpty()) {
            return List.of();
        }
        List<Duration> taken = List.copyOf(completedStarts);
        completedStarts.clear();
        return taken;
    }

    /** Begins the step that starts at {@code second}. */
    public void beginStep(long second) {
        now = second;
        if (!starting.isEmpty()) {
            starting.removeIf(this::becomesReady);
        }
        if (!leaving.isEmpty()) {
            leaving.removeIf(this::hasEnded);
        }
    }

    /** Serves the step that was begun, at {@code demand} requests per second. */
    public ServedStep serve(double demand, LatencyTally tally) {
        ServedStep step = physics.serve(ready, readyReplicas, demand, tally);
        for (ReplicaGroup group : leaving) {
            group.queue().drain();
        }
        if (ready.size() > 1) {
            mergeLike();
        }
        return step;
    }

    /** Asks for so many replicas: orders what is missing, or retires the newest. */
    public void scaleTo(int replicas) {
        if (replicas == desired) {
            return;
        }
        if (replicas > desired) {
            order(replicas - desired);
        } else {
            int cancelled = cancelStarting(desired - replicas);
            retire(desired - replicas - cancelled);
        }
        desired = replicas;
        version++;
    }

    /** Ready replicas die with what waits at them; as many are ordered in their place. */
    public void crash(int replicas) {
        int crashed = 0;
        for (int i = ready.size() - 1; i >= 0; i--) {
            crashed += ready.get(i).take(replicas - crashed);
        }
        readyReplicas -= crashed;
        ready.removeIf(group -> group.replicas() == 0);
        order(crashed);
    }

    private void order(int replicas) {
        if (replicas > 0) {
            starting.add(new Start(replicas, now, leadTimes.seconds(now)));
            startingReplicas += replicas;
        }
    }

    private int cancelStarting(int replicas) {
        int left = replicas;
        while (left > 0 && !starting.isEmpty()) {
            Start newest = starting.removeLast();
            int cancelled = Math.min(left, newest.replicas());
            if (cancelled < newest.replicas()) {
                int kept = newest.replicas() - cancelled;
                starting.add(new Start(kept, newest.orderedAt(), newest.seconds()));
            }
            left -= cancelled;
        }
        startingReplicas -= replicas - left;
        return replicas - left;
    }

    private void retire(int replicas) {
        int left = replicas;
        for (int i = ready.size() - 1; i >= 0 && left > 0; i--) {
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

    private boolean becomesReady(Start start) {
        if (!start.isReady(now)) {
            return false;
        }
        startingReplicas -= start.replicas();
        addReady(start.replicas());
        completedStarts.add(Duration.ofMillis(Math.round(start.seconds() * 1000)));
        return true;
    }

    private void addReady(int replicas) {
        readyReplicas += replicas;
        ready.add(new ReplicaGroup(replicas, now, new ReplicaQueue(model)));
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
