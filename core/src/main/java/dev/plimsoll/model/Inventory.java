// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a platform says of one workload.
 *
 * @param desired replicas asked for
 * @param ready replicas that take traffic
 * @param version the platform's resource version; a write made for another version is refused
 * @param completedStarts times from order to readiness, one for each order that became ready since
 *     the inventory was read last
 * @param pendingSince when the oldest order was made that is not ready yet
 * @param replicas each replica, in the order in which they were made; empty where the platform does
 *     not list them
 */
public record Inventory(
        WorkloadId workload,
        int desired,
        int ready,
        long version,
        List<Duration> completedStarts,
        Optional<Instant> pendingSince,
        List<Replica> replicas) {
    public Inventory {
        if (desired < 0 || ready < 0) {
            throw new IllegalArgumentException(
                    "inventory of %s: desired %d, ready %d".formatted(workload, desired, ready));
        }
        completedStarts = List.copyOf(completedStarts);
        replicas = List.copyOf(replicas);
    }

    /** Of a platform that lists no replicas, with nothing pending. */
    public Inventory(
            WorkloadId workload,
            int desired,
            int ready,
            long version,
            List<Duration> completedStarts) {
        this(workload, desired, ready, version, completedStarts, Optional.empty(), List.of());
    }

    /** The same with other starts. */
    public Inventory starting(List<Duration> starts) {
        return new Inventory(workload, desired, ready, version, starts, pendingSince, replicas);
    }

    /** How many of the listed replicas are leaving. */
    public int leaving() {
        int leaving = 0;
        for (Replica replica : replicas) {
            leaving += replica.phase() == Replica.Phase.LEAVING ? 1 : 0;
        }
        return leaving;
    }
}
