// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/** What a scaled object's status says of its trigger. */
public sealed interface TriggerHealth {
    /** Nothing: there is no fallback, or none that is valid. */
    record Untracked() implements TriggerHealth {}

    /**
     * Its failures.
     *
     * @param failures in a row
     * @param exceeded whether they are more than the fallback bears
     */
    record Tracked(int failures, boolean exceeded) implements TriggerHealth {}
}
