// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/**
 * A link of the chain that makes an amount of what is known of usage: a percentile, or one of the
 * decorators round another estimator.
 *
 * <p>Source: {@code pkg/recommender/logic/estimator.go}. All are immutable.
 */
sealed interface Estimator
        permits PercentileEstimator, MarginEstimator, ConfidenceEstimator, MinimumEstimator {
    Amount estimate(UsageAggregate usage);
}
