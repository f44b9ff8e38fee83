// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/** Whether a workload is scaled, and why. */
public enum ActiveCondition {
    /** A trigger is active, or activation is forced. */
    SCALER_ACTIVE,
    /** No trigger is active. */
    SCALER_NOT_ACTIVE,
    /** No trigger is active, but one was of late, or the object is new. */
    SCALER_COOLING_DOWN,
    /** The poll did not look. */
    NOT_JUDGED
}
