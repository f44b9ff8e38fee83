// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import dev.plimsoll.sim.cluster.SimulatedWorld;

/**
 * An operator who keeps to a table by hour of the week, whatever is seen. It drives the cluster
 * itself, because people do: behind the guard the floor and the pace would hold back what an
 * operator types, and the comparison would be with somebody who does not exist.
 *
 * @param table what is typed, at the beginning of each hour
 */
public record ManualScaling(WeekTable table) {
    /** Sets what the table has for now. */
    public void sync(SimulatedWorld world) {
        int replicas = world.workload().limits().clamp(table.replicasAt(world.now()));
        world.service().scaleTo(replicas);
    }
}
