// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.model.Workload;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;

/** Outlooks on a snapshot of which nothing else is known. */
public final class Outlooks {
    private Outlooks() {}

    public static Outlook of(Workload workload, Instant at, WorkloadSnapshot snapshot) {
        return of(workload, at, snapshot, Capacity.UNKNOWN);
    }

    public static Outlook of(
            Workload workload, Instant at, WorkloadSnapshot snapshot, Capacity capacity) {
        return new Outlook(
                workload,
                at,
                snapshot,
                capacity,
                new LeadTime(40, 0.25),
                DemandBound.NONE,
                Instant.MIN);
    }
}
