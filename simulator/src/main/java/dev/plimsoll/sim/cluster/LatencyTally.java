// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;

/**
 * The latencies of all requests of a run, in little room. In equilibrium a request's latency
 * depends on the load alone, so requests are counted by load; those that found a backlog are
 * counted by the time that it held them up, 32 classes to each doubling. The mean of the delayed
 * ones is exact; for the tail, all of a class have its mean delay. Not thread-safe.
 */
public final class LatencyTally {
    private static final int LOADS = 4096;
    private static final int WAIT_BITS = 5;
    private static final int WAITS = 30 << WAIT_BITS;
    private static final int SHIFT = 52 - WAIT_BITS;
    private static final long SHORTEST = Double.doubleToRawLongBits(0x1p-10) >>> SHIFT;
    private static final int HALVINGS = 40;

    private final MmcStation station;
    private final double[] requestsByLoad = new double[LOADS];
    private final DelayedRequests delayed;
    private double refused;
    private int leastBin = LOADS;
    private int mostBin = -1;

    public LatencyTally(MmcStation station) {
        this.station = station;
        this.delayed = new DelayedRequests(station, WAITS);
    }

    /** Requests that met the equilibrium at {@code load} below 1. */
    public void add(double load, double requests) {
        int bin = Math.min((int) (load * LOADS), LOADS - 1);
        requestsByLoad[bin] += requests;
        leastBin = Math.min(leastBin, bin);
        mostBin = Math.max(mostBin, bin);
    }

    /** Requests that found a backlog. */
    void addDelayed(Delay delay, double requests) {
        long octaves = (Double.doubleToRawLongBits(delay.seconds()) >>> SHIFT) - SHORTEST;
        delayed.add(Math.clamp(octaves, 0, WAITS - 1), delay, requests);
    }

    /** Requests that no replica was there to take. */
    void addRefused(double requests) {
        refused += requests;
    }

    /** Requests that were answered. */
    public double answered() {
        double sum = delayed.count();
        for (int bin = leastBin; bin <= mostBin; bin++) {
            sum += requestsByLoad[bin];
        }
        return sum;
    }

    /** Mean latency of the answered requests in seconds; NaN if there were none. */
    public double meanSeconds() {
        double sum = delayed.seconds();
        for (int bin = leastBin; bin <= mostBin; bin++) {
            if (requestsByLoad[bin] > 0) {
                sum += requestsByLoad[bin] * station.meanResponse(load(bin));
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
        return TailSearch.between(0, high, this::slower, allowed, HALVINGS);
    }

    private double slower(double seconds) {
        double sum = delayed.slower(seconds);
        for (int bin = leastBin; bin <= mostBin; bin++) {
            if (requestsByLoad[bin] > 0) {
                sum += requestsByLoad[bin] * station.exceedance(load(bin), seconds);
            }
        }
        return sum;
    }

    private static double load(int bin) {
        return (bin + 0.5) / LOADS;
    }
}
