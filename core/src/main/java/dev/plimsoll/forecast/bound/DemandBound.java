// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

/** An upper bound of the demand over a look-ahead. */
public sealed interface DemandBound {
    DemandBound NONE = new None();

    /** Who made it; empty where there is none. */
    String forecaster();

    /** No forecast is made, or nothing has been observed yet. */
    record None() implements DemandBound {
        @Override
        public String forecaster() {
            return "";
        }
    }

    /**
     * A forecaster's largest value over the look-ahead, and the bound about it that would have cost
     * least of late.
     *
     * @param upper demand per second that the look-ahead is not expected to exceed
     * @param expected the forecaster's own largest value over the look-ahead
     * @param forecaster who made it
     * @param missShare share of recent look-aheads in which this bound was exceeded
     */
    record Upper(double upper, double expected, String forecaster, double missShare)
            implements DemandBound {}
}
