// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

/** Whether forecasts may be acted on. */
public enum Trust {
    KEPT,
    /** They err much more than the last value does: see {@link SkillWatch}. */
    NO_SKILL,
    /** Demand exceeds their bounds far more often than it should: see {@link CalibrationWatch}. */
    NO_CALIBRATION;

    public boolean isKept() {
        return this == KEPT;
    }
}
