// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/**
 * A recommendation behind windows and limits.
 *
 * @param ableToScale whether a window held it back
 * @param scalingLimited whether a limit did
 */
record Normalized(int replicas, Condition ableToScale, Condition scalingLimited) {
    static final Condition READY = new Condition(true, "ReadyForNewScale");
    static final Condition DOWN_STABILIZED = new Condition(true, "ScaleDownStabilized");
    static final Condition UP_STABILIZED = new Condition(true, "ScaleUpStabilized");
    private static final Condition WITHIN_RANGE = new Condition(false, "DesiredWithinRange");

    static Normalized unlimited(int replicas, Condition ableToScale) {
        return new Normalized(replicas, ableToScale, WITHIN_RANGE);
    }

    static Normalized limited(int replicas, Condition ableToScale, String reason) {
        return new Normalized(replicas, ableToScale, new Condition(true, reason));
    }
}
