// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import java.util.Arrays;

/**
 * Latency at a quantile of a replica in equilibrium. What is tabulated, on first use, is the
 * latency times (1 − load), which stays finite up to saturation and is so smooth that a straight
 * line between two entries is within 0.01 %. A workload meets few of all loads, so the table has
 * blocks, each made when it is first used. Not thread-safe.
 */
public final class TailLatency {
    private static final int PARTS = 1024;
    private static final int BLOCK = 32;
    private static final double[] UNUSED = {};

    private final MmcStation station;
    private final double quantile;
    private final double[][] scaled = new double[PARTS / BLOCK + 1][];

    public TailLatency(MmcStation station, double quantile) {
        this.station = station;
        this.quantile = quantile;
        Arrays.fill(scaled, UNUSED);
    }

    /** In seconds, at a load of at least 0 and below 1. */
    public double at(double load) {
        int part = (int) (load * PARTS);
        double low = scaled(part);
        double high = scaled(part + 1);
        return (low + (high - low) * (load * PARTS - part)) / (1 - load);
    }

    private double scaled(int entry) {
        double[] block = block(entry / BLOCK);
        int place = entry % BLOCK;
        if (Double.isNaN(block[place])) {
            block[place] = compute(entry);
        }
        return block[place];
    }

    private double[] block(int index) {
        if (scaled[index].length == 0) {
            scaled[index] = new double[BLOCK];
            Arrays.fill(scaled[index], Double.NaN);
        }
        return scaled[index];
    }

    private double compute(int entry) {
        if (entry == PARTS) {
            return -StrictMath.log(1 - quantile) / station.saturationRate();
        }
        double load = (double) entry / PARTS;
        return station.responseQuantile(load, quantile) * (1 - load);
    }
}
