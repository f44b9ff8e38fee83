// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.RegularSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Estimates the coefficients of a given order. First the conditional sum of squares is made small,
 * which is quick; from there the exact likelihood is made large, where the state is small enough
 * for that. Likelihoods of several coefficients have more than one top, so that each of the two
 * searches begins at the best of some places far apart. Pure.
 *
 * <p>Source: Hyndman and Khandakar 2008, Automatic time series forecasting, section 3.
 */
final class ArimaEstimator {
    /** Beyond it, which is beyond a day of hours, each step of the exact filter costs too much. */
    static final int LARGEST_STATE = 32;

    /** Where a search ends that only has to lead the next one near, or to compare models. */
    private static final double ROUGH = 1e-4;

    private static final double FINE = 1e-7;

    /** Samples that there must be for each estimated number. */
    private static final int SAMPLES_PER_NUMBER = 3;

    private ArimaEstimator() {}

    /** The best fit; empty where the history is too short for it or nothing varies. */
    static Optional<ArimaFit> estimate(ArimaOrder order, RegularSeries history) {
        DifferencedSeries series = DifferencedSeries.of(history, order);
        if (isTooLittle(order, series)) {
            return Optional.empty();
        }
        return Optional.of(
                order.stateSize() <= LARGEST_STATE
                        ? exactly(order, series)
                        : conditionally(order, series, FINE));
    }

    /** A rough fit by the conditional sum of squares alone, good enough to compare orders. */
    static Optional<ArimaFit> estimateRoughly(ArimaOrder order, RegularSeries history) {
        DifferencedSeries series = DifferencedSeries.of(history, order);
        return isTooLittle(order, series)
                ? Optional.empty()
                : Optional.of(conditionally(order, series, ROUGH));
    }

    private static ArimaFit exactly(ArimaOrder order, DifferencedSeries series) {
        List<double[]> starts = new ArrayList<>(ArmaPoint.starts(order));
        starts.add(ArmaLikelihood.conditional(order, series).mostLikely(starts, ROUGH));
        ArmaLikelihood exact = ArmaLikelihood.exact(order, series);
        return exact.fit(exact.mostLikely(starts, FINE));
    }

    private static ArimaFit conditionally(
            ArimaOrder order, DifferencedSeries series, double leastGain) {
        ArmaLikelihood conditional = ArmaLikelihood.conditional(order, series);
        return conditional.fit(conditional.mostLikely(ArmaPoint.starts(order), leastGain));
    }

    private static boolean isTooLittle(ArimaOrder order, DifferencedSeries series) {
        boolean learnsSeason = order.seasonal().p() + order.seasonal().q() > 0;
        int forNumbers = SAMPLES_PER_NUMBER * (order.coefficients() + 2);
        int forSeason = learnsSeason ? 2 * order.period() : 0;
        return series.isConstant() || series.present() < Math.max(forNumbers, forSeason);
    }
}
