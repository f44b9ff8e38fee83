// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import java.time.Instant;

/**
 * Old replicas at which requests wait, and perhaps new ones at which none do: requests are split
 * evenly over all, whatever waits. Exact, in intervals of 15 s.
 */
final class BackloggedReplicas {
    private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");
    private static final double SECONDS = 15;

    private final MmcStation station;
    private final int old;
    private final boolean answersAreTold;
    private double backlog;

    BackloggedReplicas(MmcStation station, int old, boolean answersAreTold) {
        this.station = station;
        this.old = old;
        this.answersAreTold = answersAreTold;
    }

    /** Requests that wait at each of the old ones. */
    double backlog() {
        return backlog;
    }

    /** What is read of the next interval, in which so many replicas are ready. */
    Readings interval(int ready, double demand) {
        double rate = station.saturationRate();
        double each = demand / ready;
        double found = backlog;
        double answered = Math.min(rate, each + backlog / SECONDS);
        backlog = Math.max(0, backlog + (each - answered) * SECONDS);
        double oldShare = (double) old / ready;
        double wait = oldShare * (found + backlog) / 2 / rate;
        double load = Math.min(each / rate, 0.95);
        double served = oldShare * answered + (1 - oldShare) * Math.min(each, rate);
        TestReadings readings =
                TestReadings.at(AT)
                        .fresh(Signal.DEMAND, demand)
                        .fresh(Signal.READY_REPLICAS, ready)
                        .fresh(Signal.UTILIZATION, served / rate)
                        .fresh(Signal.MEAN_LATENCY, wait + station.meanResponse(load));
        return answersAreTold
                ? readings.fresh(Signal.GOODPUT, served * ready)
                        .fresh(Signal.ERROR_RATIO, 0)
                        .readings()
                : readings.readings();
    }
}
