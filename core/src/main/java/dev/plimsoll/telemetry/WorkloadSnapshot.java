// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.WorkloadId;

/** What is known of one workload, and of the pool that it lives in, at one instant. */
public record WorkloadSnapshot(Inventory inventory, Readings readings, Pool pool) {
    /** In a pool without limits. */
    public WorkloadSnapshot(Inventory inventory, Readings readings) {
        this(inventory, readings, Pool.UNLIMITED);
    }

    public WorkloadId workload() {
        return inventory.workload();
    }

    /** The same in another pool. */
    public WorkloadSnapshot within(Pool other) {
        return new WorkloadSnapshot(inventory, readings, other);
    }

    /** The same with other readings. */
    public WorkloadSnapshot with(Readings other) {
        return new WorkloadSnapshot(inventory, other, pool);
    }
}
