// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

/**
 * A workload and what its owner asks for.
 *
 * @param violationCost kappa: at 100, one request in a thousand violated costs as much as 10 % of
 *     the replica-hours
 */
public record Workload(
        WorkloadId id,
        ReplicaLimits limits,
        Slo slo,
        double violationCost,
        ScalingBehavior behavior,
        Cadence cadence) {
    public Workload {
        if (!(violationCost > 0 && Double.isFinite(violationCost))) {
            throw new IllegalArgumentException(
                    "violationCost %s of %s is not a positive number".formatted(violationCost, id));
        }
    }
}
