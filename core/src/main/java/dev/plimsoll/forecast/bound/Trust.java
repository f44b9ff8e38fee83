// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

/** Whether forecasts may be acted on. */
public enum Trust {
    KEPT("acted on"),
    NO_SKILL("not acted on, as the forecasts err much more than the last value does"),
    NO_CALIBRATION("not acted on, as demand was above such bounds more often than it should");

    private final String sentence;

    Trust(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    public boolean isKept() {
        return this == KEPT;
    }
}
