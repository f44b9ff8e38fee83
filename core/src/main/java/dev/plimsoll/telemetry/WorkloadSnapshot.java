// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;

/** What is known of one workload at one instant. */
public record WorkloadSnapshot(Inventory inventory, Readings readings) {
    public WorkloadId workload() {
        return inventory.workload();
    }
}
