// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * What one step of a service was like.
 *
 * @param traffic what came
 * @param ready replicas that took traffic
 * @param utilization busy share of their slots
 * @param goodput requests per second that were answered without error
 * @param meanLatencySeconds of the requests that arrived; 0 if none was answered
 * @param tailLatencySeconds at the SLO's quantile; 0 if none was answered, or nobody looks
 * @param violated whether requests arrived and the load was above the SLO's edge, what earlier
 *     steps left or a slow dependency made too many of them slow, or they found no replica
 */
public record ServedStep(
        Traffic traffic,
        int ready,
        double utilization,
        double goodput,
        double meanLatencySeconds,
        double tailLatencySeconds,
        boolean violated) {

    /** Requests per second that arrived. */
    public double demand() {
        return traffic.demand();
    }
}
