// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import java.util.Arrays;

/**
 * Latency at a quantile of a replica in equilibrium. What is tabulated, on first use, is the
 * latency times (1 − load), which stays finite up to saturation and is so smooth that a straight
 * line between two entries is within 0.01 %. Not thread-safe.
 */
public final class TailLatency {
    private static final int PARTS = 1024;

    private final MmcStation station;
    private final double quantile;
    private final double[] scaled = new double[PARTS + 1];

    public TailLatency(MmcStation station, double quantile) {
        this.station = station;
        this.quantile = quantile;
        Arrays.fill(scaled, Double.NaN);
        scaled[PARTS] = -StrictMath.log(1 - quantile) / station.saturationRate();
    }

    /** In seconds, at a load of at least 0 and below 1. */
    public double at(double load) {
        int part = (int) (load * PARTS);
        double low = scaled(part);
        double high = scaled(part + 1);
        return (low + (high - low) * (load * PARTS - part)) / (1 - load);
    }

    private double scaled(int entry) {
        if (Double.isNaN(scaled[entry])) {
            double load = (double) entry / PARTS;
            scaled[entry] = station.responseQuantile(load, quantile) * (1 - load);
        }
        return scaled[entry];
    }
}
