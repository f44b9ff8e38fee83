// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.capacity.TailLatency;
import dev.plimsoll.telemetry.Signal;
import java.util.function.DoubleUnaryOperator;

/**
 * The latency of a replica of so many slots by its load, in units of its service time: one and the
 * same curve for every service time.
 */
final class LatencyShape {
    private static final double MOST_LOAD = 0.95;

    private final int slots;
    private final DoubleUnaryOperator byLoad;

    /**
     * The shape that a signal sees.
     *
     * @param signal {@link Signal#MEAN_LATENCY} or {@link Signal#TAIL_LATENCY}
     * @param quantile of the latter
     */
    LatencyShape(Signal signal, int slots, double quantile) {
        this.slots = slots;
        MmcStation station = new MmcStation(slots, 1);
        TailLatency tails = new TailLatency(station, quantile);
        this.byLoad = signal == Signal.MEAN_LATENCY ? station::meanResponse : tails::at;
    }

    int slots() {
        return slots;
    }

    /** Beyond 95 % busy the latency there: queues are then out of equilibrium anyway. */
    double at(double load) {
        return byLoad.applyAsDouble(Math.min(load, MOST_LOAD));
    }
}
