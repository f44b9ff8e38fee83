// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

/**
 * How long a replica takes from order to readiness: lognormal, with its median in seconds and the
 * standard deviation of its logarithm.
 */
public record LeadTime(double medianSeconds, double logSpread) {
    private static final double NORMAL_P95 = 1.6448536269514722;

    public double p95Seconds() {
        return medianSeconds * StrictMath.exp(NORMAL_P95 * logSpread);
    }
}
