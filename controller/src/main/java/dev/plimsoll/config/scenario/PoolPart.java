// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.WorkloadPart;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Resources;

/** What the nodes hold altogether; what is left out has no limit. */
record PoolPart(Found<Double> cpu, Found<Long> memory, Found<Integer> quota) {
    static PoolPart read(Fields fields) {
        fields.only("cpu", "memory", "quota");
        return new PoolPart(
                fields.field("cpu").read(Forms.cores(), Resources.UNLIMITED.cpuCores()),
                fields.field("memory").read(Forms.bytes(), Resources.UNLIMITED.memoryBytes()),
                fields.field("quota")
                        .read(Forms.whole(1, WorkloadPart.MOST_REPLICAS), Pool.UNLIMITED.quota()));
    }

    boolean isUsable() {
        return cpu.isUsable() && memory.isUsable() && quota.isUsable();
    }

    Pool pool() {
        return new Pool(new Resources(cpu.value(), memory.value()), quota.value());
    }
}
