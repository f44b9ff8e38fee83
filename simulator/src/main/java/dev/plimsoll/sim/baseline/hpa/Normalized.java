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

    /** What limited it; upstream's word. */
    enum Limit {
        TOO_MANY("TooManyReplicas"),
        TOO_FEW("TooFewReplicas"),
        UP("ScaleUpLimit"),
        DOWN("ScaleDownLimit");

        private final String reason;

        Limit(String reason) {
            this.reason = reason;
        }
    }

    static Normalized unlimited(int replicas, Condition ableToScale) {
        return new Normalized(replicas, ableToScale, WITHIN_RANGE);
    }

    static Normalized limited(int replicas, Condition ableToScale, Limit limit) {
        return new Normalized(replicas, ableToScale, new Condition(true, limit.reason));
    }
}
