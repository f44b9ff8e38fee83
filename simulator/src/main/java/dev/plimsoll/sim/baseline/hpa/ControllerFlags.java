// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/**
 * The flags of the controller.
 *
 * @param downscaleStabilizationSeconds window of recommendations that hold back a scale-down
 * @param tolerance deviation from the target that changes nothing, as a share
 * @param cpuInitializationPeriodSeconds how long a pod has just started
 * @param initialReadinessDelaySeconds within which a pod that is to be ready first becomes so
 * @param scaleToZero whether the feature gate HPAScaleToZero is on
 */
public record ControllerFlags(
        int downscaleStabilizationSeconds,
        double tolerance,
        long cpuInitializationPeriodSeconds,
        long initialReadinessDelaySeconds,
        boolean scaleToZero) {
    /** Upstream's defaults, with this window. */
    public static ControllerFlags stabilizing(int seconds) {
        return new ControllerFlags(seconds, 0.1, 300, 30, false);
    }
}
