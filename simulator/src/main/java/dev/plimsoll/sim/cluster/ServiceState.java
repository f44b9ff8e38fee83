// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.model.Replica;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the replicas of a service keep: nothing; sessions that stick to them; or a number and a
 * volume each, with a majority that they need. It follows the service's orders and does not
 * influence its queues. Not thread-safe.
 */
public final class ServiceState {
    /** What a replica with a new volume takes longer to start, to copy what the others have. */
    static final int SYNC_SECONDS = 60;

    private final Optional<Roster> roster;
    private final Optional<SessionArrivals> arrivals;
    private Optional<Membership> membership = Optional.empty();
    private final boolean ordered;
    private int volumes;

    private ServiceState(
            Optional<Roster> roster, Optional<SessionArrivals> arrivals, boolean ordered) {
        this.roster = roster;
        this.arrivals = arrivals;
        this.ordered = ordered;
    }

    /** Replicas that keep nothing, and are not told apart. */
    public static ServiceState stateless() {
        return new ServiceState(Optional.empty(), Optional.empty(), false);
    }

    /** Replicas that keep nothing, each with its name. */
    public static ServiceState named(String workload) {
        return new ServiceState(Optional.of(new Roster(workload, false)), Optional.empty(), false);
    }

    public static ServiceState sessions(String workload, SessionArrivals arrivals) {
        return new ServiceState(
                Optional.of(new Roster(workload, false)), Optional.of(arrivals), false);
    }

    public static ServiceState ordered(String workload) {
        return new ServiceState(Optional.of(new Roster(workload, true)), Optional.empty(), true);
    }

    /** The service begins with replicas that have been ready for long. */
    void begin(int replicas) {
        with(all -> {
            all.order(replicas);
            all.becomeReady(replicas);
        });
        volumes = replicas;
        membership = ordered ? Optional.of(new Membership(replicas)) : Optional.empty();
    }

    /** Replicas are ordered; with them there are so many. Says how much longer they take. */
    int order(int replicas, int together) {
        with(all -> all.order(replicas));
        boolean isNew = ordered && together > volumes;
        volumes = Math.max(volumes, together);
        return isNew ? SYNC_SECONDS : 0;
    }

    void cancel(int replicas) {
        with(all -> all.cancel(replicas));
    }

    void becomeReady(int replicas) {
        with(all -> all.becomeReady(replicas));
    }

    void retire(int replicas, List<String> victims, long by) {
        with(all -> all.retire(replicas, victims, by));
    }

    void replaceOldest(int replicas, long by) {
        with(all -> all.replaceOldest(replicas, by));
    }

    void crash(int replicas) {
        with(all -> all.crash(replicas));
    }

    /** Lets a step pass in which {@code ready} replicas met {@code demand}. */
    void step(double demand, int ready, long now, int stepSeconds) {
        with(all -> {
            all.advance(now);
            arrivals.ifPresent(source -> source.begin(all, demand, now, stepSeconds));
        });
        membership.ifPresent(members -> members.step(ready, now, stepSeconds));
    }

    /** The replicas by name, oldest first; empty where they are not told apart. */
    List<Replica> replicas() {
        return roster.map(Roster::replicas).orElse(List.of());
    }

    /** The sessions of each ready replica; empty where there are none to keep. */
    public List<Sample.ReplicaSessions> sessions() {
        return arrivals.isPresent() ? roster.map(Roster::sessions).orElse(List.of()) : List.of();
    }

    int leaving() {
        return roster.map(Roster::leaving).orElse(0);
    }

    /** Sessions that ended because their replica did. */
    public int sessionsLost() {
        return roster.map(Roster::sessionsLost).orElse(0);
    }

    /** Seconds without a majority. */
    public long quorumLostSeconds() {
        return membership.map(Membership::lostSeconds).orElse(0L);
    }

    private void with(Consumer<Roster> change) {
        roster.ifPresent(change);
    }
}
