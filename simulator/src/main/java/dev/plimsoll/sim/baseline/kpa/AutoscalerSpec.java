// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * What the autoscaler of a revision is told.
 *
 * @param load what a pod carries
 * @param rates how far one decision may go
 * @param timing how long what is remembered
 * @param activationScale pods to have if any; less than 2: no matter
 * @param reachable whether a route leads to the revision
 */
public record AutoscalerSpec(
        PodLoad load, ScaleRates rates, Timing timing, int activationScale, boolean reachable) {
    /**
     * In units of the metric.
     *
     * @param target that a pod should carry
     * @param total that a pod can carry
     * @param targetBurst that all pods together should have to spare; 0: no matter; negative:
     *     however much, it is never enough
     */
    public record PodLoad(double target, double total, double targetBurst) {
        double excess(int ready, double observed) {
            if (targetBurst == 0) {
                return 0;
            }
            return targetBurst > 0 ? Math.floor(ready * total - targetBurst - observed) : -1;
        }
    }

    /**
     * As multiples of the pods that are ready.
     *
     * @param maxUp most to grow to
     * @param maxDown most to shrink by
     * @param panicThreshold from which on more is an emergency
     */
    public record ScaleRates(double maxUp, double maxDown, double panicThreshold) {}

    /**
     * In seconds.
     *
     * @param stableWindowSeconds of calm that end a panic
     * @param scaleDownDelaySeconds that less must have sufficed for; read only when the autoscaler
     *     is made
     */
    public record Timing(long stableWindowSeconds, long scaleDownDelaySeconds) {}
}
