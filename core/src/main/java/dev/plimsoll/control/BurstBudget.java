// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.WorkloadId;
import java.util.Map;
import java.util.TreeMap;

/**
 * The replicas that ticks may add to the workloads of a pool until its next cycle: half of what was
 * asked for at the last one, at least two a workload. It is not kept over a restart: without a
 * cycle there is no budget. Not thread-safe.
 */
final class BurstBudget {
    private static final double SHARE = 0.5;
    private static final int LEAST = 2;

    private final Map<WorkloadId, Integer> granted = new TreeMap<>();
    private int left;

    /** A cycle left a workload with so many replicas. */
    void grant(WorkloadId workload, int replicas) {
        set(workload, Math.max(LEAST, (int) Math.ceil(replicas * SHARE)));
    }

    /** A tick added replicas to a workload. */
    void spend(WorkloadId workload, int replicas) {
        set(workload, granted.getOrDefault(workload, 0) - replicas);
    }

    /** What is left for the whole pool. */
    int left() {
        return left;
    }

    /** Each decision asks for the sum, so it is kept. */
    private void set(WorkloadId workload, int replicas) {
        Integer before = granted.put(workload, replicas);
        left += replicas - (before == null ? 0 : before);
    }
}
