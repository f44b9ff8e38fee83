// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * The members of a replicated store, of which a majority must be ready. It learns of one that came
 * or left at a time, {@value #CHANGE_SECONDS} s each, and only while it has its majority: whoever
 * takes away more than it can bear leaves it without one until enough have come back. Source:
 * Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", 2014, section 6. Not
 * thread-safe.
 */
final class Membership {
    static final int CHANGE_SECONDS = 10;

    private int members;
    private long changedAt;
    private long lostSeconds;

    Membership(int members) {
        this.members = members;
    }

    /** How long there was no majority. */
    long lostSeconds() {
        return lostSeconds;
    }

    void step(int ready, long now, int stepSeconds) {
        if (ready < members / 2 + 1) {
            lostSeconds += stepSeconds;
            changedAt = now;
        } else if (ready != members && now - changedAt >= CHANGE_SECONDS) {
            members += Integer.compare(ready, members);
            changedAt = now;
        }
    }
}
