// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Optional;

/**
 * A series that is cut off at the top, as a processor's load is at 100 %. It lies within a hair of
 * its maximum often and for several samples together, and hardly ever just below: the smooth top of
 * a season has as many samples in the three hairs below the first as in the first.
 */
final class Ceiling {
    private static final double HAIR = 0.005; // of the maximum
    private static final int HAIRS_BELOW = 3;
    private static final double TIMES_BELOW = 4;
    private static final double LEAST_SHARE = 0.01;
    private static final int LEAST_SAMPLES = 10;
    private static final double LEAST_RUN_MEAN = 3; // samples
    private static final double FREE = 0.9; // of the maximum: well off the ceiling
    private static final double LEAST_FREE_SHARE = 0.02;

    private final BridgedSeries series;
    private final double ceiling;
    private final double floor;

    private int top;
    private int runs;
    private int below;
    private int free;

    private Ceiling(BridgedSeries series, double ceiling) {
        this.series = series;
        this.ceiling = ceiling;
        this.floor = ceiling * (1 - HAIR);
    }

    static Optional<Symptom> saturated(BridgedSeries series, Extremes extremes) {
        Ceiling ceiling = new Ceiling(series, extremes.largest());
        ceiling.count();
        return ceiling.cutsOff() ? ceiling.symptom() : Optional.empty();
    }

    private void count() {
        double floorBelow = ceiling * (1 - (1 + HAIRS_BELOW) * HAIR);
        for (int i = 0; i < series.size(); i++) {
            if (isAtTop(i)) {
                top++;
                runs += i > 0 && isAtTop(i - 1) ? 0 : 1;
            } else if (series.isPresent(i)) {
                below += series.at(i) >= floorBelow ? 1 : 0;
                free += series.at(i) <= ceiling * FREE ? 1 : 0;
            }
        }
    }

    private boolean isAtTop(int i) {
        return series.isPresent(i) && series.at(i) >= floor;
    }

    private boolean cutsOff() {
        return top >= Math.max(LEAST_SAMPLES, LEAST_SHARE * series.present())
                && top >= TIMES_BELOW * below
                && top >= LEAST_RUN_MEAN * runs
                && free >= LEAST_FREE_SHARE * series.present();
    }

    private Optional<Symptom> symptom() {
        double share = (double) top / series.present();
        return Runs.longest(series.size(), this::isAtTop)
                .map(longest ->
                        new Symptom.Saturated(ceiling, share, longest, series.seconds(longest)));
    }
}
