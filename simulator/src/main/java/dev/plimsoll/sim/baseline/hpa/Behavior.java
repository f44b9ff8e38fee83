// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/** How fast an autoscaler may go, in both directions. */
public record Behavior(ScalingRules up, ScalingRules down) {
    /** With the API's defaults for what is not said. */
    public Behavior defaulted() {
        return new Behavior(up.defaultedUp(), down.defaultedDown());
    }
}
