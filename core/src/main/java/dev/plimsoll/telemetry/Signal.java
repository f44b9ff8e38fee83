// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

/** What can be read of a workload. Each value is the mean over one metrics interval. */
public enum Signal {
    /** Requests that arrive, per second, over all replicas. */
    DEMAND,
    /** Busy share of the slots of the ready replicas, 0 to 1. */
    UTILIZATION,
    /** Replicas that took traffic. */
    READY_REPLICAS,
    /** Time from arrival to answer, mean, in seconds. */
    MEAN_LATENCY
}
