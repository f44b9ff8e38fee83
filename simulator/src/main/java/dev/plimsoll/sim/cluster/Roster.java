// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Replica.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * The replicas of a service by name, where it matters which one leaves: each may keep sessions, and
 * is there until they have ended or its time to leave is over. It follows what the service orders,
 * starts and retires; the queues know only numbers, so which replica's queue goes with which name
 * is not said. Not thread-safe.
 */
final class Roster {
    private final String workload;
    private final boolean ordered;
    private final List<RosterMember> members = new ArrayList<>();
    private int made;
    private int sessionsLost;

    /**
     * @param ordered whether names are numbers from 0, the lowest free one first
     */
    Roster(String workload, boolean ordered) {
        this.workload = workload;
        this.ordered = ordered;
    }

    List<Replica> replicas() {
        return members.stream().map(RosterMember::replica).toList();
    }

    List<Sample.ReplicaSessions> sessions() {
        return members.stream()
                .filter(member -> member.phase() == Phase.READY)
                .map(member -> new Sample.ReplicaSessions(member.name(), member.sessions()))
                .toList();
    }

    int leaving() {
        return count(Phase.LEAVING);
    }

    /** Sessions that ended because their replica did. */
    int sessionsLost() {
        return sessionsLost;
    }

    void order(int replicas) {
        for (int i = 0; i < replicas; i++) {
            members.add(new RosterMember(nextName()));
        }
    }

    void cancel(int replicas) {
        int left = replicas;
        for (int i = members.size() - 1; i >= 0 && left > 0; i--) {
            if (members.get(i).phase() == Phase.STARTING) {
                members.remove(i);
                left--;
            }
        }
    }

    void becomeReady(int replicas) {
        members.stream()
                .filter(member -> member.phase() == Phase.STARTING)
                .limit(replicas)
                .forEach(RosterMember::becomeReady);
    }

    /** The victims, and besides them the newest, are to leave by the second {@code by}. */
    void retire(int replicas, List<String> victims, long by) {
        int left = replicas;
        for (RosterMember member : members) {
            if (left > 0 && victims.contains(member.name()) && member.phase() == Phase.READY) {
                member.leave(by);
                left--;
            }
        }
        for (int i = members.size() - 1; i >= 0 && left > 0; i--) {
            if (members.get(i).phase() == Phase.READY) {
                members.get(i).leave(by);
                left--;
            }
        }
    }

    /** The oldest are to leave by the second {@code by}, as in a rolling update. */
    void replaceOldest(int replicas, long by) {
        members.stream()
                .filter(member -> member.phase() == Phase.READY)
                .limit(replicas)
                .toList()
                .forEach(member -> member.leave(by));
    }

    void crash(int replicas) {
        int left = replicas;
        for (int i = members.size() - 1; i >= 0 && left > 0; i--) {
            if (members.get(i).phase() == Phase.READY) {
                sessionsLost += members.remove(i).sessions();
                left--;
            }
        }
    }

    /** Opens a session at the ready replica with the fewest; it is refused if there is none. */
    void openSession(long until) {
        RosterMember least = null;
        for (RosterMember member : members) {
            if (member.phase() == Phase.READY
                    && (least == null || member.sessions() < least.sessions())) {
                least = member;
            }
        }
        if (least != null) {
            least.open(until);
        }
    }

    /** Lets time pass: sessions end, and replicas leave. */
    void advance(long now) {
        for (RosterMember member : members) {
            member.endSessions(now);
        }
        members.removeIf(member -> {
            boolean gone = member.isGone(now);
            sessionsLost += gone ? member.sessions() : 0;
            return gone;
        });
    }

    private int count(Phase phase) {
        return (int) members.stream().filter(member -> member.phase() == phase).count();
    }

    private String nextName() {
        int number = made++;
        if (ordered) {
            number = 0;
            while (isTaken(workload + "-" + number)) {
                number++;
            }
        }
        return workload + "-" + number;
    }

    private boolean isTaken(String name) {
        return members.stream().anyMatch(member -> member.name().equals(name));
    }
}
