// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.time.Duration;
import java.util.List;

/**
 * What a platform says of one workload.
 *
 * @param desired replicas asked for
 * @param ready replicas that take traffic
 * @param version the platform's resource version; a write made for another version is refused
 * @param completedStarts times from order to readiness, one for each order that became ready since
 *     the inventory was read last
 */
public record Inventory(
        WorkloadId workload, int desired, int ready, long version, List<Duration> completedStarts) {
    public Inventory {
        if (desired < 0 || ready < 0) {
            throw new IllegalArgumentException(
                    "inventory of %s: desired %d, ready %d".formatted(workload, desired, ready));
        }
        completedStarts = List.copyOf(completedStarts);
    }
}
