// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

/** Whether forecasts may be acted on, and as a clause for people why not. */
public enum Trust {
    KEPT("acted on"),
    /** See {@link SkillWatch}. */
    NO_SKILL("not acted on, as the forecasts err much more than the last value does"),
    /** See {@link CalibrationWatch}. */
    NO_CALIBRATION(
            "not acted on, as demand exceeded such bounds far more often than their chances said");

    private final String clause;

    Trust(String clause) {
        this.clause = clause;
    }

    public String clause() {
        return clause;
    }

    public boolean isKept() {
        return this == KEPT;
    }
}
