// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/** Replicas that share a history and therefore the distribution of their backlog. */
final class ReplicaGroup {
    private final Backlog backlog;
    private final long since;
    private int replicas;

    ReplicaGroup(int replicas, long since, Backlog backlog) {
        this.replicas = replicas;
        this.since = since;
        this.backlog = backlog;
    }

    Backlog backlog() {
        return backlog;
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
