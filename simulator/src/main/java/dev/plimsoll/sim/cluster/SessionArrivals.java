// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import java.util.SplittableRandom;

/**
 * Sessions that begin as demand asks for: at any demand so many are open, on average, that their
 * requests make it up. Their lengths are uniform between the shortest and the longest, so none is
 * longer. Not thread-safe.
 *
 * @see #begin
 */
public final class SessionArrivals {
    private final double requestsPerSecond;
    private final long leastSeconds;
    private final long mostSeconds;
    private final SplittableRandom random;
    private double due;

    public SessionArrivals(
            double requestsPerSecond, long leastSeconds, long mostSeconds, long seed) {
        this.requestsPerSecond = requestsPerSecond;
        this.leastSeconds = leastSeconds;
        this.mostSeconds = mostSeconds;
        this.random = new SplittableRandom(seed);
    }

    /** Begins the sessions of a step. */
    void begin(Roster roster, double demand, long now, int stepSeconds) {
        double mean = (leastSeconds + mostSeconds) / 2.0;
        due += demand / requestsPerSecond / mean * stepSeconds;
        for (; due >= 1; due--) {
            roster.openSession(now + random.nextLong(leastSeconds, mostSeconds + 1));
        }
    }
}
