// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;
import java.util.Arrays;

/**
 * Latency at the SLO's quantile of a replica in equilibrium, tabulated by load and worked out on
 * first use. Not thread-safe.
 */
public final class TailLatency {
    private static final int LOADS = 1024;

    private final MmcStation station;
    private final double quantile;
    private final double[] byLoad = new double[LOADS];

    public TailLatency(ServiceModel model) {
        this.station = model.station();
        this.quantile = model.slo().quantile();
        Arrays.fill(byLoad, Double.NaN);
    }

    /** In seconds, at a load of at least 0 and below 1. */
    public double at(double load) {
        int bin = (int) (load * LOADS);
        if (Double.isNaN(byLoad[bin])) {
            byLoad[bin] = station.responseQuantile((bin + 0.5) / LOADS, quantile);
        }
        return byLoad[bin];
    }
}
