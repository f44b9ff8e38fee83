// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;

/**
 * The latencies of all requests of a run, in little room: in equilibrium a request's latency
 * depends on the load alone, so requests are counted by load; those that found a backlog are
 * counted by the time that it made them wait, with their mean load. Not thread-safe.
 */
public final class LatencyTally {
    private static final int LOADS = 4096;
    private static final int WAITS_PER_OCTAVE = 16;
    private static final double SHORTEST_WAIT = 1e-3;
    private static final int WAITS = WAITS_PER_OCTAVE * 30;
    private static final double WAIT_RATIO = StrictMath.pow(2, 1.0 / WAITS_PER_OCTAVE);
    private static final double LOG_WAIT_RATIO = StrictMath.log(WAIT_RATIO);
    private static final int BISECTIONS = 40;

    private final MmcStation station;
    private final double[] requestsByLoad = new double[LOADS];
    private final double[] requestsByWait = new double[WAITS];
    private final double[] loadByWait = new double[WAITS];
    private double waitSum;
    private double refused;

    public LatencyTally(MmcStation station) {
        this.station = station;
    }

    /** Requests that met the equilibrium at {@code load} below 1. */
    public void add(double load, double requests) {
        requestsByLoad[Math.min((int) (load * LOADS), LOADS - 1)] += requests;
    }

    /** Requests that waited so long for a backlog, and then met the equilibrium. */
    void addDelayed(double load, double waitSeconds, double requests) {
        double octaves = StrictMath.log(Math.max(waitSeconds, SHORTEST_WAIT) / SHORTEST_WAIT);
        int bin = Math.min((int) (octaves / LOG_WAIT_RATIO), WAITS - 1);
        requestsByWait[bin] += requests;
        loadByWait[bin] += load * requests;
        waitSum += waitSeconds * requests;
    }

    /** Requests that no replica was there to take. */
    void addRefused(double requests) {
        refused += requests;
    }

    /** Requests that were answered. */
    public double answered() {
        double sum = 0;
        for (double requests : requestsByLoad) {
            sum += requests;
        }
        for (double requests : requestsByWait) {
            sum += requests;
        }
        return sum;
    }

    /** Mean latency of the answered requests in seconds; NaN if there were none. */
    public double meanSeconds() {
        double sum = waitSum;
        for (int bin = 0; bin < LOADS; bin++) {
            if (requestsByLoad[bin] > 0) {
                sum += requestsByLoad[bin] * station.meanResponse(load(bin));
            }
        }
        for (int bin = 0; bin < WAITS; bin++) {
            if (requestsByWait[bin] > 0) {
                sum += requestsByWait[bin] * station.meanResponse(delayedLoad(bin));
            }
        }
        return sum / answered();
    }

    /** The share of answered requests that took longer than {@code seconds}; NaN without any. */
    public double exceedance(double seconds) {
        return slower(seconds) / answered();
    }

    /** The share of all requests that were refused or took longer; NaN without any. */
    public double slowShare(double seconds) {
        return (slower(seconds) + refused) / (answered() + refused);
    }

    /** The latency that the share {@code quantile} of answered requests kept; NaN without any. */
    public double quantileSeconds(double quantile) {
        double allowed = (1 - quantile) * answered();
        if (!(allowed > 0)) {
            return Double.NaN;
        }
        double high = station.serviceSeconds();
        while (slower(high) > allowed) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (slower(middle) > allowed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double slower(double seconds) {
        double sum = 0;
        for (int bin = 0; bin < LOADS; bin++) {
            if (requestsByLoad[bin] > 0) {
                sum += requestsByLoad[bin] * station.exceedance(load(bin), seconds);
            }
        }
        for (int bin = 0; bin < WAITS; bin++) {
            if (requestsByWait[bin] > 0) {
                double left = seconds - wait(bin);
                sum += requestsByWait[bin] * station.exceedance(delayedLoad(bin), left);
            }
        }
        return sum;
    }

    private static double load(int bin) {
        return (bin + 0.5) / LOADS;
    }

    private double delayedLoad(int bin) {
        return loadByWait[bin] / requestsByWait[bin];
    }

    /** The geometric middle of a bin; the first holds everything up to its end. */
    private static double wait(int bin) {
        return SHORTEST_WAIT * StrictMath.exp((bin + 0.5) * LOG_WAIT_RATIO);
    }
}
