// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/**
 * A condition of an autoscaler's status.
 *
 * @param reason one word, upstream's
 */
public record Condition(boolean holds, String reason) {
    /** {@code True/ReadyForNewScale}. */
    @Override
    public String toString() {
        return (holds ? "True/" : "False/") + reason;
    }
}
