// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.telemetry.Signal;
import java.util.SplittableRandom;

/**
 * The busy shares that single replicas have in one interval, about the mean u that was measured of
 * all: requests are split at random, so a replica meets more or less of them than another.
 *
 * <p>N = demand · interval / replicas requests reach a replica, as a Poisson process, and each is
 * exponentially long, so that the work of them has the deviation √(2/N) of its mean: the share is u
 * + min(u·√(2/N), 1 − u)·ε with ε standard normal, cut at 0 and 1. The deviation is at most what
 * the mean is below 1, because where all are saturated none differs. That a new replica is less
 * busy than one with a backlog is not modelled.
 *
 * <p>ε is keyed by seed and interval, so that every policy meets the same luck.
 */
final class ReplicaShares {
    static final double[] NONE = {};

    /** Keeps the draws apart from those of {@link MeasurementNoise}. */
    private static final long SALT = 0x5ee1;

    private static final long SPREAD = 0xd1342543de82ef95L;

    private ReplicaShares() {}

    /** A share for each replica; none if load, demand or the number of replicas is not measured. */
    static double[] of(Sample sample, long seconds, long seed) {
        int replicas = (int) Math.rint(sample.value(Signal.READY_REPLICAS));
        boolean measured =
                sample.values().containsKey(Signal.UTILIZATION)
                        && sample.values().containsKey(Signal.DEMAND);
        if (!measured || replicas < 1) {
            return NONE;
        }
        double mean = sample.value(Signal.UTILIZATION);
        double requests = sample.value(Signal.DEMAND) * seconds / replicas;
        double deviation = deviation(mean, requests);
        long key = new SplittableRandom(seed ^ SALT).nextLong();
        SplittableRandom random = new SplittableRandom(key ^ (sample.origin() * SPREAD));
        double[] shares = new double[replicas];
        for (int i = 0; i < replicas; i++) {
            shares[i] = Math.clamp(mean + deviation * random.nextGaussian(), 0.0, 1.0);
        }
        return shares;
    }

    /** Of one replica's busy share, if so many requests reach it. */
    static double deviation(double mean, double requests) {
        double sampled = requests > 0 ? mean * StrictMath.sqrt(2 / requests) : 0;
        return Math.min(sampled, 1 - mean);
    }
}
