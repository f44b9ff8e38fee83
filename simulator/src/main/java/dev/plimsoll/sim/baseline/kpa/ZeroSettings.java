// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * When a revision may lose its last pod.
 *
 * @param enabled whether ever
 * @param times how long what takes
 * @param alwaysProxied whether the activator never leaves the path (a target burst capacity of -1)
 */
public record ZeroSettings(boolean enabled, Times times, boolean alwaysProxied) {
    /**
     * In seconds.
     *
     * @param graceSeconds for the network to lead to the activator
     * @param podRetentionSeconds that the last pod stays after the revision became inactive
     * @param stableWindowSeconds that a revision is active at least
     * @param progressDeadlineSeconds that a revision has to become active
     */
    public record Times(
            long graceSeconds,
            long podRetentionSeconds,
            long stableWindowSeconds,
            long progressDeadlineSeconds) {}
}
