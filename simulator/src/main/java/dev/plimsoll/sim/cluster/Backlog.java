// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * The requests that an overload has left waiting at one replica: max(0, F), where F is normal. F is
 * read at the middles of {@value #POINTS} equally likely parts. Not thread-safe.
 */
final class Backlog {
    /** Parts that the normal distribution is cut into. */
    static final int POINTS = 32;

    /** Upper tail of F that must be gone before the overload counts as over, in deviations. */
    private static final double DRAINED = 3;

    private static final double[] NORMAL = middles();

    private double mean;
    private double variance;
    private boolean clear = true;

    /** Whether no overload has left anything. */
    boolean isClear() {
        return clear;
    }

    /** Whether the queue empties at times, so that an overload has to build on the equilibrium. */
    boolean reachesZero() {
        return mean <= 0;
    }

    /**
     * Begins an overload with the longer of what waits and an equilibrium's queue, in which a share
     * {@code waiting} finds an exponential number of mean {@code length} ahead.
     */
    void begin(double waiting, double length) {
        double deviation = StrictMath.sqrt(variance);
        double sum = 0;
        double squares = 0;
        for (int point = 0; point < POINTS; point++) {
            double left = Math.max(0, mean + deviation * NORMAL[point]);
            double longer = waiting * StrictMath.exp(-left / length) * length;
            sum += left + longer;
            squares += left * left + 2 * longer * (left + length);
        }
        mean = sum / POINTS;
        variance = Math.max(0, squares / POINTS - mean * mean);
        clear = false;
    }

    /**
     * For how long what arrivals find keeps the services busy, over the coming {@code seconds} at
     * these rates: at equally likely points, ascending, in seconds.
     */
    double[] during(double arrivals, double services, double seconds) {
        double drifted = (arrivals - services) * seconds;
        double noise = (arrivals + services) * seconds / 2;
        double middle = mean + drifted / 2;
        double deviation = StrictMath.sqrt(variance + noise + drifted * drifted / 12);
        double[] found = new double[POINTS];
        for (int point = 0; point < POINTS; point++) {
            found[point] = Math.max(0, middle + deviation * NORMAL[point]) / services;
        }
        return found;
    }

    /** Lets {@code seconds} pass at so many arrivals and services per second. */
    void advance(double arrivals, double services, double seconds) {
        if (clear) {
            return;
        }
        mean += (arrivals - services) * seconds;
        variance += (arrivals + services) * seconds;
        if (arrivals < services && mean + DRAINED * StrictMath.sqrt(variance) < 0) {
            mean = 0;
            variance = 0;
            clear = true;
        }
    }

    Backlog copy() {
        Backlog copy = new Backlog();
        copy.mean = mean;
        copy.variance = variance;
        copy.clear = clear;
        return copy;
    }

    private static double[] middles() {
        double[] middles = new double[POINTS];
        for (int point = 0; point < POINTS; point++) {
            middles[point] = NormalQuantile.of((point + 0.5) / POINTS);
        }
        return middles;
    }
}
