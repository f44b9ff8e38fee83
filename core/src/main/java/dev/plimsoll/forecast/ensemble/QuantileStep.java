// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Quantiles;

/**
 * The step that tracks a quantile online: up by the level where the value was above the estimate,
 * down by what is left to 1 where it was below. At the quantile the two balance, whatever the
 * distribution, so in the long run the share below is the level, also against an adversary.
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

    private static final double[] EXPONENTIAL = {-2.302585, -0.693147, 0, 0.693147, 2.302585};

    private QuantileStep() {}

    /** The quantile of an error that is exponential up and down, in units of its mean size. */
    static double exponential(int level) {
        return EXPONENTIAL[level];
    }

    /**
     * How far to move an estimate that a value exceeded by so much, in units of the rate. An
     * estimate that was met stays: half of the samples of a service that sleeps are zero.
     */
    static double of(int level, double excess) {
        if (excess == 0) {
            return 0;
        }
        double step = excess < 0 ? LEVEL[level] - 1 : LEVEL[level];
        return level == 0 || level == LEVELS - 1 ? 2 * step : step;
    }

    /** A rate that falls with the root of the number of values, to {@code least}. */
    static double rate(double first, double least, double count) {
        return Math.max(least, first / Math.sqrt(count));
    }

    /** The quantile loss of an estimate that a value exceeded by so much. */
    static double loss(int level, double excess) {
        return excess >= 0 ? LEVEL[level] * excess : (LEVEL[level] - 1) * excess;
    }
}
