// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

/** What can be read of a workload. Each value is the mean over one metrics interval. */
public enum Signal {
    /** Requests that arrive, per second, over all replicas; retries and rejected ones included. */
    DEMAND("demand", "/s"),
    /** The same, pushed over a short interval as soon as it is measured. */
    PUSHED_DEMAND("pushed demand", "/s"),
    /** Busy share of the slots of the ready replicas, 0 to 1. */
    UTILIZATION("utilization", ""),
    /** Replicas that took traffic. */
    READY_REPLICAS("ready replicas", ""),
    /** Time from arrival to answer, mean, in seconds. */
    MEAN_LATENCY("mean latency", " s"),
    /** Time from arrival to answer at the objective's quantile, in seconds. */
    TAIL_LATENCY("tail latency", " s"),
    /** Requests answered without error, per second. */
    GOODPUT("goodput", "/s"),
    /** Share of the answers that were errors, 0 to 1. */
    ERROR_RATIO("error ratio", ""),
    /** Requests that repeat an earlier one, per second. */
    RETRIES("retries", "/s"),
    /** Requests turned away because nobody vouches for them, per second. */
    REJECTED("rejected requests", "/s"),
    /** Sessions open, over all replicas. */
    SESSIONS("sessions", ""),
    /** Processor time used, as a share of what the replicas asked for; may exceed 1. */
    CPU("CPU", ""),
    /** Busy share of the graphics processors, 0 to 1. */
    GPU("GPU", ""),
    /** Delay of the network between nodes, in seconds. */
    NETWORK_LATENCY("network latency", " s");

    private final String label;
    private final String unit;

    Signal(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** As a person reads it. */
    public String label() {
        return label;
    }

    /** What follows a value of it; empty for shares and counts. */
    public String unit() {
        return unit;
    }
}
