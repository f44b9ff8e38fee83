// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import java.time.Instant;
import java.util.List;

/** What is known of a pool at one instant, in the order of the workloads' ids. */
public record Snapshot(Instant at, List<WorkloadSnapshot> workloads) {
    public Snapshot {
        workloads = List.copyOf(workloads);
        for (int i = 1; i < workloads.size(); i++) {
            if (workloads.get(i - 1).workload().compareTo(workloads.get(i).workload()) >= 0) {
                throw new IllegalArgumentException(
                        "snapshot: %s is not after %s"
                                .formatted(
                                        workloads.get(i).workload(),
                                        workloads.get(i - 1).workload()));
            }
        }
    }
}
