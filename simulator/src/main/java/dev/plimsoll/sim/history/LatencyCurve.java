// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.capacity.TailLatency;
import dev.plimsoll.telemetry.Signal;

/** The latency of a replica of so many slots by its load and service time, as a signal shows it. */
final class LatencyCurve {
    private static final double MOST_LOAD = 0.95;

    /** A replica whose requests take a second; all others are that one, faster. */
    private final MmcStation unit;

    private final TailLatency tails;
    private final Signal signal;
    private final double quantile;
    private final Buckets buckets;

    /**
     * The curve of a number of slots.
     *
     * @param signal {@link Signal#MEAN_LATENCY} or {@link Signal#TAIL_LATENCY}
     * @param quantile of the latter
     * @param buckets through which that is seen
     */
    LatencyCurve(int slots, Signal signal, double quantile, Buckets buckets) {
        this.unit = new MmcStation(slots, 1);
        this.tails = new TailLatency(unit, quantile);
        this.signal = signal;
        this.quantile = quantile;
        this.buckets = buckets;
    }

    int slots() {
        return unit.concurrency();
    }

    /** Beyond 95 % busy the latency there: queues are then out of equilibrium anyway. */
    double at(double load, double serviceSeconds) {
        double most = Math.min(load, MOST_LOAD);
        if (signal == Signal.MEAN_LATENCY) {
            return serviceSeconds * unit.meanResponse(most);
        }
        return buckets.isNone()
                ? serviceSeconds * tails.at(most)
                : buckets.quantile(
                        quantile, bound -> unit.exceedance(most, bound / serviceSeconds));
    }
}
