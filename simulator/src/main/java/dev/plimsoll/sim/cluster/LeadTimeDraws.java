// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * How long a new replica takes from its order until it is ready: a lognormal time that depends on
 * nothing but seed, workload and second of the order, so that every policy, and perfect foresight
 * too, meets the same luck.
 *
 * <p>The second is hashed (the finaliser of SplitMix64, keyed by seed and workload) to a uniform
 * number, and that is sent through the inverse normal distribution. All replicas ordered in one
 * second share a draw. Draws of different seconds are independent.
 *
 * <p>Immutable; a draw allocates nothing.
 *
 * <p>Source of the hash: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators",
 * OOPSLA 2014, with D. Stafford's variant 13 of the mixing constants.
 */
public final class LeadTimeDraws {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double MAX_SPREAD = 10;

    private final double medianSeconds;
    private final double spread;
    private final long key;

    /**
     * @param medianSeconds the median, 0 or more
     * @param spread standard deviation of the time's natural logarithm, 0 to 10; 0 makes every draw
     *     the median
     */
    public LeadTimeDraws(double medianSeconds, double spread, long seed, String workload) {
        if (!(medianSeconds >= 0 && Double.isFinite(medianSeconds))) {
            throw new IllegalArgumentException(
                    "lead time of %s s is not a time of 0 or more".formatted(medianSeconds));
        }
        if (!(spread >= 0 && spread <= MAX_SPREAD)) {
            throw new IllegalArgumentException(
                    "lead-time spread %s is not between 0 and 10, e.g. 0.25".formatted(spread));
        }
        this.medianSeconds = medianSeconds;
        this.spread = spread;
        this.key = key(seed, workload);
    }

    /** The lead time, in seconds, of replicas ordered in this second of the run. */
    public double seconds(long orderSecond) {
        return quantile(uniform(mix(key ^ mix(orderSecond + GOLDEN_GAMMA))));
    }

    /** The lead time, in seconds, that the share {@code probability}, in (0, 1), stays within. */
    double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "quantile %s is not between 0 and 1, e.g. 0.95".formatted(probability));
        }
        return medianSeconds * StrictMath.exp(spread * NormalQuantile.of(probability));
    }

    private static long key(long seed, String workload) {
        long key = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < workload.length(); i++) {
            key = mix((key ^ workload.charAt(i)) + GOLDEN_GAMMA);
        }
        return key;
    }

    /** The middle of one of 2^52 equal cells: never 0, never 1. */
    private static double uniform(long hash) {
        return ((hash >>> 12) + 0.5) * 0x1p-52;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
