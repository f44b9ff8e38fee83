// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import java.util.OptionalDouble;

/** Sums up the scores of many windows at one horizon. Not thread-safe. */
final class HorizonScore {
    private final int horizon;
    private double scaledErrors;
    private int scaledWindows;
    private double pinball;
    private double demand;
    private double intervalScores;
    private int covered;
    private int samples;
    private int windows;
    private int disjointWindows;
    private int disjointFrom;

    HorizonScore(int horizon) {
        this.horizon = horizon;
    }

    /**
     * Takes the window that begins after {@code origin}, unless the series ends within it or knows
     * none of its samples. Origins ascend.
     *
     * @param scale the mean absolute one-step change of the history, absent if there is none
     */
    void add(Forecast forecast, RegularSeries series, int origin, OptionalDouble scale) {
        if (origin + horizon >= series.size()) {
            return;
        }
        double error = 0;
        int present = 0;
        for (int step = 1; step <= horizon; step++) {
            if (series.isPresent(origin + step)) {
                double actual = series.at(origin + step);
                error += Math.abs(actual - forecast.at(step).q50());
                present++;
                addSample(actual, forecast.at(step));
            }
        }
        if (present > 0) {
            addWindow(origin, error / present, scale);
        }
    }

    private void addSample(double actual, Quantiles quantiles) {
        pinball += meanPinball(actual, quantiles);
        demand += actual;
        intervalScores += quantiles.intervalScore(actual);
        covered += quantiles.covers(actual) ? 1 : 0;
        samples++;
    }

    private void addWindow(int origin, double meanError, OptionalDouble scale) {
        windows++;
        if (origin >= disjointFrom) {
            disjointWindows++;
            disjointFrom = origin + horizon;
        }
        if (scale.orElse(0) > 0) {
            scaledErrors += meanError / scale.getAsDouble();
            scaledWindows++;
        }
    }

    private static double meanPinball(double actual, Quantiles quantiles) {
        double sum = 0;
        for (int i = 0; i < Quantiles.LEVELS.size(); i++) {
            double level = Quantiles.LEVELS.get(i);
            double shortfall = actual - quantiles.at(i);
            sum += shortfall >= 0 ? level * shortfall : (level - 1) * shortfall;
        }
        return sum / Quantiles.LEVELS.size();
    }

    HorizonAccuracy accuracy() {
        return new HorizonAccuracy(
                horizon,
                ratio(scaledErrors, scaledWindows),
                ratio(2 * pinball, demand),
                ratio(covered, samples),
                ratio(intervalScores, samples),
                windows,
                disjointWindows);
    }

    private static OptionalDouble ratio(double sum, double count) {
        double ratio = sum / count;
        return Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    }
}
