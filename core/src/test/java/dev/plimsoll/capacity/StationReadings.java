// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import static dev.plimsoll.telemetry.Signal.DEMAND;
import static dev.plimsoll.telemetry.Signal.MEAN_LATENCY;
import static dev.plimsoll.telemetry.Signal.READY_REPLICAS;
import static dev.plimsoll.telemetry.Signal.UTILIZATION;

import dev.plimsoll.model.Slo;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.TestReadings;
import java.time.Instant;
import java.util.SplittableRandom;

/** What is read of replicas that are stations, and a model that has learned from it. */
final class StationReadings {
    private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");
    private static final Slo SLO = new Slo(0.95, 0.25);

    private StationReadings() {}

    static CapacityModel taught(MmcStation station, int intervals) {
        SplittableRandom random = new SplittableRandom(intervals);
        CapacityModel model = new CapacityModel(SLO);
        for (int i = 0; i < intervals; i++) {
            model.observe(interval(station, 5, random.nextDouble(0.1, 0.8)).readings());
        }
        return model;
    }

    /** What an interval of {@code ready} replicas in equilibrium looks like. */
    static TestReadings interval(MmcStation station, int ready, double load) {
        return TestReadings.at(AT)
                .fresh(UTILIZATION, load)
                .fresh(READY_REPLICAS, ready)
                .fresh(DEMAND, load * ready * station.saturationRate())
                .fresh(MEAN_LATENCY, station.meanResponse(load));
    }

    /** What an interval looks like in which every slot was busy. */
    static Readings overload(MmcStation station, int ready, double load) {
        return TestReadings.at(AT)
                .fresh(UTILIZATION, 1)
                .fresh(READY_REPLICAS, ready)
                .fresh(DEMAND, load * ready * station.saturationRate())
                .fresh(MEAN_LATENCY, 5)
                .readings();
    }
}
