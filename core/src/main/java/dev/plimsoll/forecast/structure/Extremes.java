// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Optional;

/** The least and the largest of the samples that are present; both 0 where none is. */
record Extremes(double least, double largest) {
    private static final double ROUNDING = 1e-12;

    static Extremes of(BridgedSeries series) {
        // bridges lie between the samples that they join, so that all values may be looked at
        double least = series.size() == 0 ? 0 : series.at(0);
        double largest = least;
        for (int i = 1; i < series.size(); i++) {
            least = Math.min(least, series.at(i));
            largest = Math.max(largest, series.at(i));
        }
        return new Extremes(least, largest);
    }

    boolean areEqual() {
        return largest - least <= ROUNDING * largest;
    }

    /** Of a series whose extremes are equal. */
    Optional<Symptom> constant(BridgedSeries series) {
        return series.present() < 2 ? Optional.empty() : Optional.of(new Symptom.Constant(largest));
    }
}
