// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.time.Duration;

/** What a workload's replicas keep that is lost or broken when one of them leaves. */
public sealed interface StateKind {
    StateKind STATELESS = new Stateless();

    /** Nothing: any replica may leave at any time. */
    record Stateless() implements StateKind {}

    /**
     * Sessions that stick to their replica. One that is to leave takes no new sessions, and leaves
     * when its last has ended, at the latest after {@code drainTimeout}.
     */
    record Sessions(Duration drainTimeout) implements StateKind {
        public Sessions {
            if (!drainTimeout.isPositive()) {
                throw new IllegalArgumentException(
                        "drainTimeout %s is not positive".formatted(drainTimeout));
            }
        }
    }

    /**
     * Replicas with a number and a volume of their own, the newest of which leaves first, one at a
     * time. Together they need a majority of themselves.
     *
     * @param quorum the replicas that must be ready at any time, at least 1; a majority of those
     *     asked for is needed besides
     */
    record Ordered(int quorum) implements StateKind {
        public Ordered {
            if (quorum < 1) {
                throw new IllegalArgumentException("quorum %d is below 1".formatted(quorum));
            }
        }

        /** The ready replicas that {@code members} need. */
        public int needed(int members) {
            return Math.max(quorum, members / 2 + 1);
        }
    }
}
