// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/** What one tick of the autoscaler comes to. */
public sealed interface Decision {
    /**
     * Pods to have.
     *
     * @param pods how many
     * @param excessBurst what they could carry beyond the present load and the target burst
     *     capacity; below 0 the activator stays in the path
     */
    record Scale(int pods, int excessBurst) implements Decision {}

    /** Nothing is decided: it is not known how many pods are ready, or there is no data. */
    record Undecided() implements Decision {}
}
