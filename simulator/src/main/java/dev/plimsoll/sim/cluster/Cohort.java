// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * Replicas that were ordered together and, if they are, became ready together.
 *
 * @param orderedAt second of the order
 * @param readyAt second from which on they take traffic; {@link #NOT_YET} while they start
 */
public record Cohort(int replicas, long orderedAt, long readyAt) {
    static final long NOT_YET = Long.MAX_VALUE;

    /** Whether they take traffic. */
    public boolean isReady() {
        return readyAt != NOT_YET;
    }

    Cohort of(int other) {
        return new Cohort(other, orderedAt, readyAt);
    }
}
