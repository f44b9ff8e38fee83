// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/** What another estimator says, or the least that is worth recommending. */
record MinimumEstimator(Amount least, Estimator base) implements Estimator {
    @Override
    public Amount estimate(UsageAggregate usage) {
        return base.estimate(usage).atLeast(least);
    }
}
