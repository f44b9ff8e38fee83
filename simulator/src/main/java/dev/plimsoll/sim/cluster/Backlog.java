// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * The requests that wait at one replica beyond what its equilibrium explains, as a distribution.
 *
 * <p>An overloaded queue is a random walk: its mean drifts with arrivals less service, its variance
 * grows with arrivals plus service (diffusion approximation; Kleinrock, Queueing Systems II,
 * section 2.8). So the backlog is max(0, F) with F normal. Below saturation the drift is downward,
 * and once even the upper tail of F is gone the replica is back in equilibrium. Not thread-safe.
 */
final class Backlog {
    /** Upper tail of F that must be gone before the queue counts as drained, in deviations. */
    private static final double DRAINED = 3;

    private double mean;
    private double variance;

    /** Whether nothing waits beyond the equilibrium. */
    boolean isClear() {
        return variance == 0;
    }

    /** Mean of F, which is negative while only some replicas of a cohort still have a backlog. */
    double mean() {
        return mean;
    }

    double deviation() {
        return StrictMath.sqrt(variance);
    }

    /** The mean number waiting: the mean of max(0, F). */
    double waiting() {
        if (isClear()) {
            return 0;
        }
        double deviation = deviation();
        double ratio = mean / deviation;
        return mean * Normal.probability(ratio) + deviation * Normal.density(ratio);
    }

    /** The share of replicas that have a backlog. */
    double share() {
        return isClear() ? 0 : Normal.probability(mean / deviation());
    }

    /** Lets {@code seconds} pass at so many arrivals and services per second. */
    void advance(double arrivals, double services, double seconds) {
        double drift = arrivals - services;
        if (isClear() && drift <= 0) {
            return;
        }
        if (drift > 0 && mean < 0) {
            reflect();
        }
        mean += drift * seconds;
        variance += (arrivals + services) * seconds;
        if (drift < 0 && mean + DRAINED * deviation() < 0) {
            clear();
        }
    }

    Backlog copy() {
        Backlog copy = new Backlog();
        copy.mean = mean;
        copy.variance = variance;
        return copy;
    }

    private void clear() {
        mean = 0;
        variance = 0;
    }

    /** Takes F to be what waits: it cannot have fallen below zero. */
    private void reflect() {
        double waiting = waiting();
        double deviation = deviation();
        double ratio = mean / deviation;
        double square =
                (mean * mean + variance) * Normal.probability(ratio)
                        + mean * deviation * Normal.density(ratio);
        mean = waiting;
        variance = Math.max(1, square - waiting * waiting);
    }
}
