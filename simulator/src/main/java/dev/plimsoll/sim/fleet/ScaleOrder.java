// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import dev.plimsoll.model.WorkloadId;
import java.util.List;

/**
 * An order to set the number of a workload's replicas.
 *
 * @param actionId what makes it this order and no other: repeated, it is carried out once
 * @param epoch of whoever orders; one with a later epoch has taken over
 * @param version of the workload for which it was made
 * @param victims the replicas that are to leave, where it matters which; else empty
 */
public record ScaleOrder(
        String actionId,
        long epoch,
        WorkloadId workload,
        long version,
        int to,
        List<String> victims) {
    public ScaleOrder {
        victims = List.copyOf(victims);
    }

    /** Whether it asks for the same, whoever orders. */
    boolean asksFor(ScaleOrder other) {
        return workload.equals(other.workload)
                && version == other.version
                && to == other.to
                && victims.equals(other.victims);
    }
}
