// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import java.util.Optional;

/** What one replica carries within the SLO. */
public sealed interface Capacity {
    Capacity UNKNOWN = new Unknown();

    /** Nothing has been observed yet from which to tell. */
    record Unknown() implements Capacity {}

    /**
     * What is known of one replica.
     *
     * @param demandPerReplica requests per second that one replica carries at the SLO's edge
     * @param edgeLoad the busy share at that edge
     * @param basis what the edge rests on
     * @param station the replica as a queue, once its latency has been seen
     */
    record Known(
            double demandPerReplica, double edgeLoad, Basis basis, Optional<MmcStation> station)
            implements Capacity {
        /** Where the queue is not known. */
        public Known(double demandPerReplica, double edgeLoad, Basis basis) {
            this(demandPerReplica, edgeLoad, basis, Optional.empty());
        }

        /** Requests per second that keep a replica busy all the time. */
        public double saturationRate() {
            return demandPerReplica / edgeLoad;
        }

        /** The least number of replicas that carries {@code demand} within the SLO. */
        public int replicasFor(double demand) {
            return (int) Math.ceil(Math.min(demand / demandPerReplica, Integer.MAX_VALUE) - 1e-9);
        }
    }

    /** What the edge of the SLO rests on. */
    enum Basis {
        /** The latency has not been seen yet: the edge is the prior. */
        PRIOR,
        /** Service time and slots were learned, and the edge follows from the queueing model. */
        LEARNED,
        /** Even replicas that are all but idle were seen to miss the SLO: the edge is the prior. */
        UNATTAINABLE
    }
}
