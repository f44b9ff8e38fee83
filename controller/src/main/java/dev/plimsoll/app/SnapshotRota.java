// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.model.WorkloadId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whose knowledge is saved when. Each workload's turn comes once in twenty minutes of usual cycles:
 * a restart after a kill has to fold in what came after, and nothing is decided meanwhile. Not
 * thread-safe.
 */
final class SnapshotRota {
    private static final int CYCLES = 80;

    private final List<WorkloadId> workloads;
    private final int share;
    private int next;

    SnapshotRota(Collection<WorkloadId> workloads) {
        this.workloads = List.copyOf(workloads);
        this.share = Math.ceilDiv(workloads.size(), CYCLES);
    }

    /** Those whose turn it is in this cycle. */
    List<WorkloadId> due() {
        List<WorkloadId> due = new ArrayList<>();
        for (int i = 0; i < share; i++) {
            due.add(workloads.get(next));
            next = (next + 1) % workloads.size();
        }
        return due;
    }
}
