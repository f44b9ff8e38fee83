// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import java.time.Duration;

/**
 * What another estimator says, further from the target the shorter the history is: times (1 +
 * multiplier / days)^exponent. With a positive exponent it falls from infinity (which ends at
 * {@link Amount#MAX}) towards the estimate, with a negative one it rises from zero.
 */
record ConfidenceEstimator(double multiplier, int exponent, Estimator base) implements Estimator {
    private static final Duration INTERVAL = Duration.ofHours(24);

    @Override
    public Amount estimate(UsageAggregate usage) {
        double history = usage.span().intervals(INTERVAL);
        double factor = IntegerPower.of(1 + multiplier / history, exponent);
        return base.estimate(usage).scaled(factor);
    }
}
