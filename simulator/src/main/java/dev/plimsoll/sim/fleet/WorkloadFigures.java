// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import dev.plimsoll.model.WorkloadId;
import java.util.Optional;

/**
 * What can be measured of a workload.
 *
 * @param desired replicas asked for, as the platform knows it
 * @param ready replicas that take traffic, as the platform knows it
 * @param load what the replicas tell; empty while nothing of it arrives
 */
public record WorkloadFigures(
        WorkloadId workload, int desired, int ready, Optional<LoadFigures> load) {}
