// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Quantiles;

/**
 * The step that tracks a quantile online: up by the level where the value was above the estimate,
 * down by what is left to 1 where it was below. At the quantile the two balance, whatever the
 * distribution, so in the long run the share below is the level.
 *
 * <p>The outer levels are taken in steps twice as large, as they are hit more rarely. Source: Gibbs
 * and Candès, Adaptive Conformal Inference under Distribution Shift, 2021, section 2; Angelopoulos,
 * Candès and Tibshirani, Conformal PID Control for Time Series Prediction, 2023, section 2.1
 * (quantile tracking).
 */
final class QuantileStep {
    static final int LEVELS = Quantiles.LEVELS.size();
    static final int MEDIAN = LEVELS / 2;

    private static final double[] LEVEL = Quantiles.LEVELS.stream().mapToDouble(l -> l).toArray();

    private static final double[] REACH = {2, 1, 1, 1, 2};
    private static final double[] REACH_BESIDE_MEDIAN = {2, 1, 0, 1, 2};
    private static final double[] EXPONENTIAL = {-2.302585, -0.693147, 0, 0.693147, 2.302585};

    private QuantileStep() {}

    /** The quantile of an error that is exponential up and down, in units of its mean size. */
    static double exponential(int level) {
        return EXPONENTIAL[level];
    }

    /**
     * Where to move an estimate that a value exceeded by so much: up by the level, or down by what
     * is left to 1. Times the excess it is the quantile loss. An estimate that was met stays: half
     * of the samples of a service that sleeps are zero.
     */
    static double direction(int level, double excess) {
        // without a branch: which way it goes is as good as random, and this runs all the time
        double sign = Math.signum(excess);
        return sign * sign * (LEVEL[level] - 0.5) + 0.5 * sign;
    }

    /** How much farther than others a level is moved. */
    static double reach(int level) {
        return REACH[level];
    }

    /** As {@link #reach}, where the median stays what it is. */
    static double reachBesideMedian(int level) {
        return REACH_BESIDE_MEDIAN[level];
    }

    /** A rate that falls with the root of the number of values, to {@code least}. */
    static double rate(double first, double least, double count) {
        return Math.max(least, first / Math.sqrt(count));
    }
}
