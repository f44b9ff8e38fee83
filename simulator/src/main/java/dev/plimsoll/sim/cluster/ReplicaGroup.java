// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/** Replicas that share a past, and therefore the distribution of what waits at them. */
final class ReplicaGroup {
    private final ReplicaQueue queue;
    private final long since;
    private int replicas;

    ReplicaGroup(int replicas, long since, ReplicaQueue queue) {
        this.replicas = replicas;
        this.since = since;
        this.queue = queue;
    }

    /** The queue of each one. */
    ReplicaQueue queue() {
        return queue;
    }

    /** The second at which they became what they are: ready, or draining. */
    long since() {
        return since;
    }

    int replicas() {
        return replicas;
    }

    void add(int more) {
        replicas += more;
    }

    /** Takes away up to {@code wanted} replicas and says how many. */
    int take(int wanted) {
        int taken = Math.min(wanted, replicas);
        replicas -= taken;
        return taken;
    }
}
