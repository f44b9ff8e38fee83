// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/**
 * The three chains of a resource: percentile, 15 % margin, for the bounds the confidence of the
 * history, and the minimum. Target is the 90th percentile; the lower bound the median, times (1 +
 * 0.001/days)^-2; the upper bound the 95th percentile, times 1 + 1/days. A pod is recommended at
 * least 25 millicores and 250 MiB, of which each of its containers gets an equal share.
 *
 * <p>Source: {@code pkg/recommender/logic/recommender.go}, flags and chains. Immutable.
 */
record BoundEstimators(Estimator target, Estimator lower, Estimator upper) {
    private static final double MARGIN = 0.15;
    private static final double TARGET_SHARE = 0.9;
    private static final double LOWER_SHARE = 0.5;
    private static final double UPPER_SHARE = 0.95;
    private static final Amount POD_CPU = new Amount(25);
    private static final Amount POD_MEMORY = new Amount(250L * 1024 * 1024);

    /** The chains of one of a pod's containers. */
    static BoundEstimators of(Resource resource, int containers) {
        Amount least = podMinimum(resource).scaled(1.0 / containers);
        return new BoundEstimators(
                new MinimumEstimator(least, withMargin(resource, TARGET_SHARE)),
                new MinimumEstimator(
                        least,
                        new ConfidenceEstimator(0.001, -2, withMargin(resource, LOWER_SHARE))),
                new MinimumEstimator(
                        least, new ConfidenceEstimator(1, 1, withMargin(resource, UPPER_SHARE))));
    }

    private static Amount podMinimum(Resource resource) {
        return switch (resource) {
            case CPU -> POD_CPU;
            case MEMORY -> POD_MEMORY;
        };
    }

    private static Estimator withMargin(Resource resource, double share) {
        return new MarginEstimator(MARGIN, new PercentileEstimator(resource, share));
    }

    /** What they say, with the policy's caps. */
    ResourceRecommendation recommend(UsageAggregate usage, AllowedRange allowed) {
        Amount uncapped = target.estimate(usage);
        return new ResourceRecommendation(
                allowed.cap(uncapped),
                allowed.cap(lower.estimate(usage)),
                allowed.cap(upper.estimate(usage)),
                uncapped);
    }
}
