// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * What one step of a service was like.
 *
 * @param demand requests per second
 * @param ready replicas that took traffic
 * @param utilization busy share of their slots
 * @param meanLatencySeconds of the requests that arrived; 0 if none was answered
 * @param tailLatencySeconds at the SLO's quantile; 0 if none was answered
 * @param violated whether that is above the SLO's target, or requests found no replica
 */
public record ServedStep(
        double demand,
        int ready,
        double utilization,
        double meanLatencySeconds,
        double tailLatencySeconds,
        boolean violated) {}
