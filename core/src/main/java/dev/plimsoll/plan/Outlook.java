// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Workload;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;

/**
 * All that a policy decides on, for one workload at one instant.
 *
 * @param lastChange when a scaling was last approved; {@link Instant#MIN} if never
 */
public record Outlook(
        Workload workload,
        Instant at,
        WorkloadSnapshot snapshot,
        Capacity capacity,
        LeadTime leadTime,
        DemandBound bound,
        Instant lastChange) {

    /** The same in a pool that has so much left. */
    public Outlook within(Pool pool) {
        return new Outlook(
                workload, at, snapshot.within(pool), capacity, leadTime, bound, lastChange);
    }

    /** The replicas asked for at present. */
    public int current() {
        return snapshot.inventory().desired();
    }
}
