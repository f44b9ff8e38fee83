// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/** The usage of a resource below which a share of its samples lies, by weight. */
record PercentileEstimator(Resource resource, double share) implements Estimator {
    @Override
    public Amount estimate(UsageAggregate usage) {
        return usage.percentile(resource, share);
    }
}
