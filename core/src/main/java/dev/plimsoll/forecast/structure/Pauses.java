// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Optional;

/**
 * Demand that is zero in many samples, in the classes of {@link DemandClass}. Zeros that come in
 * stretches much longer than the mean interval between demands are no pauses but rest, as at night
 * or before a service was opened.
 */
final class Pauses {
    private static final int LEAST_SAMPLES = 24;

    private static final double REST = 4; // mean intervals

    private Pauses() {}

    /** Where demand comes at a mean interval of {@link DemandClass#SELDOM} samples or more. */
    static Optional<Symptom> intermittent(BridgedSeries series) {
        int demands = 0;
        int pauses = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < series.size(); i++) {
            pauses += series.at(i) == 0 && (i == 0 || series.at(i - 1) > 0) ? 1 : 0;
            if (series.isPresent(i) && series.at(i) > 0) {
                demands++;
                double change = series.at(i) - mean;
                mean += change / demands;
                squares += change * (series.at(i) - mean);
            }
        }
        double interval = (double) series.present() / Math.max(1, demands);
        double pause = (double) (series.present() - demands) / Math.max(1, pauses);
        if (series.present() < LEAST_SAMPLES
                || interval < DemandClass.SELDOM
                || pause > REST * interval) {
            return Optional.empty();
        }
        double squaredVariation = squares / demands / mean / mean;
        return Optional.of(
                new Symptom.Intermittent(
                        1 - 1 / interval,
                        interval,
                        series.seconds(interval),
                        DemandClass.of(interval, squaredVariation)));
    }
}
