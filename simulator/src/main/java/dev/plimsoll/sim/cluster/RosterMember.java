// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Replica.Phase;
import java.util.PriorityQueue;

/** One replica with the sessions that it keeps. Not thread-safe. */
final class RosterMember {
    private final String name;
    private final PriorityQueue<Long> sessionEnds = new PriorityQueue<>();
    private Phase phase = Phase.STARTING;
    private long leavesBy = Long.MAX_VALUE;

    RosterMember(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Phase phase() {
        return phase;
    }

    Replica replica() {
        return new Replica(name, phase);
    }

    int sessions() {
        return sessionEnds.size();
    }

    void becomeReady() {
        phase = Phase.READY;
    }

    void leave(long by) {
        phase = Phase.LEAVING;
        leavesBy = by;
    }

    void open(long until) {
        sessionEnds.add(until);
    }

    void endSessions(long now) {
        while (!sessionEnds.isEmpty() && sessionEnds.peek() <= now) {
            sessionEnds.remove();
        }
    }

    /** Whether it has nothing more to do, or no more time to do it. */
    boolean isGone(long now) {
        return phase == Phase.LEAVING && (sessionEnds.isEmpty() || now >= leavesBy);
    }
}
