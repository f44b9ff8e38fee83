// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Workload;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;

/** What a rule judges by: the proposal, the world as it is now, and what was done of late. */
public record Review(
        Instant at,
        Workload workload,
        Proposal proposal,
        WorkloadSnapshot snapshot,
        ActionHistory history) {

    /** The replicas asked for now, which may differ from when the proposal was made. */
    public int current() {
        return snapshot.inventory().desired();
    }
}
