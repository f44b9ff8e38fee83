// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/** A fraction more than what another estimator says. */
record MarginEstimator(double fraction, Estimator base) implements Estimator {
    @Override
    public Amount estimate(UsageAggregate usage) {
        Amount estimate = base.estimate(usage);
        return estimate.plus(estimate.scaled(fraction));
    }
}
