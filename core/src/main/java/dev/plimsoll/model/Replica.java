// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

/** One replica as its platform lists it. */
public record Replica(String name, Phase phase) {
    /** Where a replica stands in its life. */
    public enum Phase {
        /** Ordered, and not ready yet. */
        STARTING,
        /** Takes traffic. */
        READY,
        /** Takes no new traffic, and ends when its work is done. */
        LEAVING
    }
}
