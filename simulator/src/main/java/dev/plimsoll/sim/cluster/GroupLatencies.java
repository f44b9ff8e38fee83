// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;
import org.jspecify.annotations.Nullable;

/**
 * The latencies of one step's requests at replicas with the same past. At each of some equally
 * likely points a request finds a backlog f, in seconds, and an equilibrium's wait W that is longer
 * than t with probability P·e^(−dt); it waits for the longer of the two and is then served for an
 * exponential time S of rate μ. So it waits beyond f with probability p = P·e^(−df), and then for
 * an exponential time of rate d more.
 *
 * <p>For t above f the response is longer with probability (1 − pr)·e^(−μ(t−f)) + Pr·e^(−dt), where
 * r = μ/(μ − d). Only the first term knows of f, and of it the sums over the points below are kept:
 * a tail costs two exponentials, however many points there are. Not thread-safe.
 */
final class GroupLatencies {
    /** An exponential this far out, of 2e−9, is taken for 0. */
    private static final double GONE = 20;

    /** d is held this far off μ, as a share of it: where the two are equal r is infinite. */
    private static final double APART = 1e-4;

    private final MmcStation station;
    private final double load;
    private final double waiting;
    private final double emptying;
    private final double ratio;
    private final double[] backlogs;
    private final double[] longer;
    private double @Nullable [] served;

    /**
     * Latencies in the equilibrium of a load, behind backlogs.
     *
     * @param load below 1
     * @param backlogs in seconds at equally likely points, ascending
     */
    GroupLatencies(MmcStation station, double load, double... backlogs) {
        double apart = 1 - station.concurrency() * (1 - load);
        double heldApart = Math.abs(apart) < APART ? APART : apart;
        this.station = station;
        this.load = load;
        this.waiting = station.waitProbability(load);
        this.emptying = (1 - heldApart) / station.serviceSeconds();
        this.ratio = 1 / heldApart;
        this.backlogs = backlogs;
        this.longer = new double[backlogs.length];
        for (int point = 0; point < backlogs.length; point++) {
            longer[point] = waiting * decay(emptying * backlogs[point]);
        }
    }

    /** The sums over the points, when they are first asked for. */
    private double[] served() {
        if (served == null) {
            served = sums();
        }
        return served;
    }

    private double[] sums() {
        double[] sums = new double[backlogs.length];
        double before = backlogs[0];
        double sum = 0;
        for (int point = 0; point < backlogs.length; point++) {
            sum *= decay((backlogs[point] - before) / station.serviceSeconds());
            sum += 1 - ratio * longer[point];
            sums[point] = sum;
            before = backlogs[point];
        }
        return sums;
    }

    /** The load whose equilibrium it is. */
    double load() {
        return load;
    }

    /** The share of requests that find a backlog. */
    double delayedShare() {
        return 1 - (double) pointsBelow(Double.MIN_VALUE) / backlogs.length;
    }

    double meanSeconds() {
        double sum = 0;
        for (int point = 0; point < backlogs.length; point++) {
            sum += backlogs[point] + longer[point] / emptying;
        }
        return station.serviceSeconds() + sum / backlogs.length;
    }

    /** The share of requests that take longer than {@code seconds}. */
    double exceedance(double seconds) {
        int below = pointsBelow(seconds);
        if (below == 0) {
            return 1;
        }
        double left = seconds - backlogs[below - 1];
        double behind = served()[below - 1] * decay(left / station.serviceSeconds());
        double beyond = below * ratio * waiting * decay(emptying * seconds);
        return (backlogs.length - below + behind + beyond) / backlogs.length;
    }

    /** The share that takes longer for sure: those whose backlog alone does. At most the former. */
    double sureExceedance(double seconds) {
        return 1 - (double) pointsBelow(seconds) / backlogs.length;
    }

    /** A time that no more than a share {@code quantile} of requests keep. */
    double least(double quantile) {
        return backlogs[(int) (quantile * backlogs.length)];
    }

    /** The longest backlog. */
    double most() {
        return backlogs[backlogs.length - 1];
    }

    /** Counts so many requests. */
    void count(double requests, LatencyTally tally) {
        double each = requests / backlogs.length;
        int free = pointsBelow(Double.MIN_VALUE);
        if (free > 0) {
            tally.add(load, free * each);
        }
        for (int point = free; point < backlogs.length; point++) {
            tally.addDelayed(new Delay(backlogs[point], longer[point], emptying), each);
        }
    }

    private int pointsBelow(double seconds) {
        int below = 0;
        while (below < backlogs.length && backlogs[below] < seconds) {
            below++;
        }
        return below;
    }

    private static double decay(double exponent) {
        return exponent > GONE ? 0 : StrictMath.exp(-exponent);
    }
}
