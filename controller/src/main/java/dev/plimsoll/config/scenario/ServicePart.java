// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.WorkloadPart;
import dev.plimsoll.model.Slo;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.scenario.Scenario.StartUp;
import java.time.Duration;
import java.util.Optional;

/** What one replica can do, and how long it takes to start and to leave. */
record ServicePart(
        Found<Integer> concurrency,
        Found<Duration> serviceTime,
        Found<Duration> leadTime,
        Found<Double> leadTimeSpread,
        Found<Long> drain,
        Optional<Found<Integer>> initialReplicas) {

    private static final Duration HOUR = Duration.ofHours(1);

    static ServicePart read(Fields fields) {
        fields.only(
                "concurrency",
                "serviceTime",
                "leadTime",
                "leadTimeSpread",
                "drain",
                "initialReplicas");
        return new ServicePart(
                fields.field("concurrency").read(Forms.whole(1, 4096), 4),
                fields.field("serviceTime")
                        .read(Forms.duration(Duration.ofMillis(1), HOUR), Duration.ofMillis(50)),
                fields.field("leadTime")
                        .read(Forms.duration(Duration.ZERO, HOUR), Duration.ofSeconds(40)),
                fields.field("leadTimeSpread").read(Forms.number(0, 3), 0.25),
                fields.field("drain")
                        .read(
                                Forms.seconds(Duration.ZERO, HOUR),
                                (long) ServiceModel.DEFAULT_DRAIN_SECONDS),
                fields.field("initialReplicas")
                        .readIfWritten(Forms.whole(1, WorkloadPart.MOST_REPLICAS)));
    }

    /** Whether it can be said what a replica can do. */
    boolean isUsable() {
        return concurrency.isUsable() && serviceTime.isUsable();
    }

    MmcStation station() {
        return new MmcStation(concurrency.value(), seconds(serviceTime));
    }

    ServiceModel model(Slo slo, int stepSeconds) {
        return new ServiceModel(station(), slo, stepSeconds, Math.toIntExact(drain.value()));
    }

    StartUp startUp() {
        return new StartUp(seconds(leadTime), leadTimeSpread.value());
    }

    private static double seconds(Found<Duration> duration) {
        return duration.value().toMillis() / 1000.0;
    }
}
