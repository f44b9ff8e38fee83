// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

/** In what a model is held against what was seen. */
public enum Aspect {
    /**
     * Whether a request keeps a replica busy as long as it is taken to: replica-hours hang on it.
     */
    BUSY_SHARE("busy share"),
    MEAN_LATENCY("mean latency"),
    /** At the objective's quantile: violations hang on it. */
    TAIL_LATENCY("tail latency"),
    /** The share of requests in windows whose latency is above the target. */
    VIOLATIONS("violated");

    private final String label;

    Aspect(String label) {
        this.label = label;
    }

    /** As a person reads it. */
    public String label() {
        return label;
    }
}
