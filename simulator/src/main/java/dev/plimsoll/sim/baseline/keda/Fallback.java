// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/**
 * What to do while a trigger fails.
 *
 * @param failureThreshold failures in a row that are still borne
 * @param replicas to fall back to
 * @param behavior whether the present replicas matter
 */
public record Fallback(int failureThreshold, int replicas, FallbackBehavior behavior) {
    /** Whether it can be used; one that cannot is as good as none for its trigger. */
    boolean isValid() {
        return failureThreshold >= 0 && replicas >= 0;
    }
}
