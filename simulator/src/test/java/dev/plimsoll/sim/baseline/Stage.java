// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.cluster.LeadTimeDraws;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedTelemetry;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.sim.cluster.Steps;
import dev.plimsoll.sim.cluster.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A service of which a peer sees whatever the test says, at intervals of 15 s and without delay: 2
 * to 100 replicas of four slots and 50 ms (80 requests/s), each ready 40 s after its order.
 */
final class Stage {
    private static final WorkloadId ID = new WorkloadId("test", "web");
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Cadence CADENCE =
            new Cadence(Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ZERO);
    private static final Slo SLO = new Slo(0.95, 0.25);
    private static final ReplicaLimits LIMITS = new ReplicaLimits(2, 100);

    private final SimulatedWorld world;
    private final Consumer<SimulatedWorld> peer;

    Stage(int replicas, int stepSeconds, Function<SimulatedWorld, Consumer<SimulatedWorld>> peer) {
        var model = new ServiceModel(new MmcStation(4, 0.05), SLO, stepSeconds, 30);
        this.world =
                new SimulatedWorld(
                        new Workload(ID, LIMITS, SLO, 100, ScalingBehavior.DEFAULT, CADENCE),
                        START,
                        new SimulatedService(model, new LeadTimeDraws(40, 0, 1, "web"), replicas),
                        new SimulatedTelemetry(ID, START, CADENCE, Visibility.USUAL),
                        Pool.UNLIMITED);
        this.peer = peer.apply(world);
    }

    void syncAt(int second, double utilization) {
        seeOnly(second, utilization);
        syncUnseeing(second);
    }

    void seeOnly(int second, double utilization) {
        see(second, 15, Steps.served(100, world.service().ready(), utilization, 0.05, 0.15, false));
    }

    void see(int second, int seconds, ServedStep step) {
        world.telemetry().record(step, second, seconds, true);
    }

    /** A step in which so many requests arrived each second and took so long on average. */
    ServedStep served(double demand, double meanLatencySeconds) {
        return Steps.served(demand, world.service().ready(), 0.5, meanLatencySeconds, 0.15, false);
    }

    void syncUnseeing(int second) {
        world.service().beginStep(second);
        peer.accept(world);
    }

    int desired() {
        return world.service().desired();
    }

    int ready() {
        return world.service().ready();
    }
}
