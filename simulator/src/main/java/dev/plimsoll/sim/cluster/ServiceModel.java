// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Slo;

/**
 * The physics of one service.
 *
 * @param station one replica
 * @param slo what its requests are held to
 * @param stepSeconds within a step arrivals, ready replicas and the equilibrium are constant
 * @param drainSeconds how long a replica that leaves may work off its backlog
 */
public record ServiceModel(MmcStation station, Slo slo, int stepSeconds, int drainSeconds) {
    /** What Kubernetes grants a pod to terminate. */
    public static final int DEFAULT_DRAIN_SECONDS = 30;

    public ServiceModel {
        if (stepSeconds < 1 || drainSeconds < 0) {
            throw new IllegalArgumentException(
                    "step %d s must be at least 1, drain %d s not negative"
                            .formatted(stepSeconds, drainSeconds));
        }
    }

    /** Requests per second that one replica carries at the SLO's edge. */
    public double demandPerReplica() {
        return station.saturationRate() * station.edgeLoad(slo);
    }

    /** The smallest number of replicas that meets the SLO in equilibrium, at least {@code min}. */
    public static int need(double demand, double demandPerReplica, int min) {
        return Math.max(min, (int) Math.ceil(demand / demandPerReplica - 1e-9));
    }
}
