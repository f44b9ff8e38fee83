// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import java.util.List;

/** What is read of one workload, and how often. */
public record WatchedWorkload(WorkloadId workload, Cadence cadence, List<WatchedMetric> metrics) {
    public WatchedWorkload {
        metrics = List.copyOf(metrics);
    }
}
