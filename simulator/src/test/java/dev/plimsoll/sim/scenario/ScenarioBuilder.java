// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.scenario;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.cluster.Visibility;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Scenarios for tests. Where nothing else is said: 1 to 50 replicas of 65.2 requests/s, ten at
 * first, that take 40 s to start; steady demand for eight of them, a little rough; noisy readings.
 */
public final class ScenarioBuilder {
    /** What a replica carries at the objective's edge. */
    public static final double REPLICA = 65.2;

    private final long seconds;
    private final List<Demand.Point> points = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Set<Signal> signals = EnumSet.copyOf(Visibility.USUAL.signals());
    private double roughness = 0.03;
    private int initial = 10;
    private StateKind state = StateKind.STATELESS;
    private ReplicaLimits limits = new ReplicaLimits(1, 50);
    private ScalingBehavior behavior = ScalingBehavior.DEFAULT;
    private Pool pool = Pool.UNLIMITED;
    private Scenario.StartUp startUp = new Scenario.StartUp(40, 0.25);
    private Scenario.Sessions sessions = Scenario.Sessions.USUAL;
    private Optional<Duration> pushed = Optional.empty();
    private double loss;
    private boolean noise = true;

    private ScenarioBuilder(long seconds) {
        this.seconds = seconds;
        signals.add(Signal.RETRIES);
        signals.add(Signal.REJECTED);
        signals.add(Signal.SESSIONS);
    }

    public static ScenarioBuilder minutes(int minutes) {
        return new ScenarioBuilder(60L * minutes);
    }

    /** Demand for so many replicas at a second; straight lines between. */
    public ScenarioBuilder demand(long second, double replicas) {
        points.add(new Demand.Point(second, replicas * REPLICA));
        return this;
    }

    public ScenarioBuilder roughness(double share) {
        roughness = share;
        return this;
    }

    public ScenarioBuilder event(Event event) {
        events.add(event);
        return this;
    }

    public ScenarioBuilder initial(int replicas) {
        initial = replicas;
        return this;
    }

    public ScenarioBuilder state(StateKind kind) {
        state = kind;
        return this;
    }

    public ScenarioBuilder limits(int min, int max) {
        limits = new ReplicaLimits(min, max);
        return this;
    }

    public ScenarioBuilder behavior(ScalingBehavior other) {
        behavior = other;
        return this;
    }

    public ScenarioBuilder pool(Pool nodes) {
        pool = nodes;
        return this;
    }

    public ScenarioBuilder startUp(double medianSeconds, double spread) {
        startUp = new Scenario.StartUp(medianSeconds, spread);
        return this;
    }

    public ScenarioBuilder sessions(Scenario.Sessions kept) {
        sessions = kept;
        return this;
    }

    public ScenarioBuilder pushed(Duration every) {
        pushed = Optional.of(every);
        return this;
    }

    /** Readings have no noise. */
    public ScenarioBuilder exact() {
        noise = false;
        return this;
    }

    public ScenarioBuilder loss(double share) {
        loss = share;
        return this;
    }

    public Scenario build() {
        Slo slo = new Slo(0.95, 0.25);
        if (points.isEmpty()) {
            demand(0, 8);
        }
        return new Scenario(
                "test",
                "",
                seconds,
                0,
                new Demand(points, roughness),
                new ServiceModel(new MmcStation(4, 0.05), slo, 5, 30),
                startUp,
                initial,
                new Workload(
                        new WorkloadId("shop", "web"),
                        limits,
                        slo,
                        100,
                        behavior,
                        Cadence.DEFAULT,
                        Workload.USUAL_REQUEST,
                        Protection.DEFAULT.of(state)),
                sessions,
                new Observation(signals, pushed, noise, loss),
                pool,
                events,
                List.of());
    }
}
