// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.baseline.Oracle;
import dev.plimsoll.sim.baseline.OraclePlan;
import dev.plimsoll.sim.cluster.LeadTimeDraws;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.cluster.ServiceState;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedTelemetry;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.sim.cluster.TelemetryFaults;
import dev.plimsoll.sim.cluster.Visibility;
import dev.plimsoll.sim.scenario.Scenario;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.workload.DemandCurve;
import dev.plimsoll.sim.workload.Trace;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A trace or scenario made ready to be replayed: demand per step, what it needs, what counts, and
 * what perfect foresight would do. Shared by all policies; immutable.
 */
public final class BacktestCase {
    /** More than any fleet has; twice as many must still be a number of replicas. */
    private static final int MOST_REPLICAS = 1_000_000;

    private final String name;
    private final Instant start;
    private final DemandCurve demand;
    private final Conditions conditions;
    private final ScoreContext context;
    private final LeadTimeDraws leadTimes;
    private final OraclePlan oracle;

    private BacktestCase(
            String name,
            Instant start,
            DemandCurve demand,
            int firstScored,
            Conditions conditions) {
        this.name = name;
        this.start = start;
        this.demand = demand;
        this.conditions = conditions;
        int[] need = needs(demand, conditions.service(), conditions.workload().limits().min());
        boolean[] scored = new boolean[need.length];
        double[] perSecond = new double[need.length];
        for (int step = 0; step < need.length; step++) {
            scored[step] = step >= firstScored && demand.known(step);
            perSecond[step] = demand.at(step);
        }
        int stepSeconds = conditions.service().stepSeconds();
        this.context = new ScoreContext(stepSeconds, need, perSecond, scored, conditions.price());
        this.leadTimes =
                new LeadTimeDraws(
                        conditions.startUp().medianSeconds(),
                        conditions.startUp().spread(),
                        conditions.seed(),
                        name);
        this.oracle = new Oracle(stepSeconds, leadTimes::seconds).plan(context);
    }

    private BacktestCase(BacktestCase other, Conditions conditions) {
        this.name = other.name;
        this.start = other.start;
        this.demand = other.demand;
        this.conditions = conditions;
        this.context = other.context;
        this.leadTimes = other.leadTimes;
        this.oracle = other.oracle;
    }

    /** Scales a trace, works out what it needs, and plans it with perfect foresight. */
    public static BacktestCase of(Trace original, BacktestSettings settings) {
        Trace trace = original.lastDays(settings.replay().maxDays());
        DemandCurve demand = scaled(trace, settings);
        int[] need = needs(demand, settings.service(), settings.limits().min());
        return new BacktestCase(
                trace.name(),
                trace.start().orElse(settings.replay().start()),
                demand,
                (int) Math.ceil(need.length * settings.replay().warmUp()),
                conditions(settings, trace.name(), need));
    }

    /** A scenario with what is drawn at random in it. */
    public static BacktestCase of(Scenario scenario, long seed) {
        int stepSeconds = scenario.service().stepSeconds();
        double[] demand = scenario.demand().perStep(scenario.steps(), stepSeconds, seed);
        return new BacktestCase(
                scenario.name(),
                BacktestSettings.Replay.DEFAULT.start(),
                DemandCurve.of(stepSeconds, demand),
                (int) (scenario.warmUpSeconds() / stepSeconds),
                Conditions.of(scenario, seed));
    }

    /** The same, where policies are told another price of violations. */
    public BacktestCase withViolationCost(double cost) {
        return new BacktestCase(this, conditions.withViolationCost(cost));
    }

    /** The name of the trace or scenario. */
    public String name() {
        return name;
    }

    /** The instant of the first step. */
    public Instant start() {
        return start;
    }

    public DemandCurve demand() {
        return demand;
    }

    /**
     * What really came in a step, requests per second; nothing in a gap, where a guess would leave
     * a queue that never was to replicas that really ran.
     */
    public double seenDemand(int step) {
        return demand.known(step) ? demand.at(step) : 0;
    }

    public ScoreContext context() {
        return context;
    }

    public ServiceModel service() {
        return conditions.service();
    }

    public Workload workload() {
        return conditions.workload();
    }

    /** What the nodes hold altogether. */
    public Pool nodes() {
        return conditions.nodes();
    }

    /** The median of the time that a replica takes to start. */
    public double leadTimeSeconds() {
        return conditions.startUp().medianSeconds();
    }

    Conditions conditions() {
        return conditions;
    }

    /** What perfect foresight does. */
    OraclePlan oracle() {
        return oracle;
    }

    /** Replica-hours of perfect foresight over the scored steps. */
    double oracleReplicaHours() {
        return hours(oracle);
    }

    private double hours(OraclePlan plan) {
        return plan.billedSteps() * conditions.service().stepSeconds() / 3600.0;
    }

    /** What is scored. */
    public Stretch scoredStretch() {
        return new Stretch(context, oracleReplicaHours());
    }

    /** The history before it, judged as if it were scored. */
    public Stretch leadingStretch() {
        ScoreContext leading = context.before(context.firstScored(), demand::known);
        OraclePlan plan = new Oracle(leading.stepSeconds(), leadTimes::seconds).plan(leading);
        return new Stretch(leading, hours(plan));
    }

    /** The most replicas that any moment needs. */
    public int peakNeed() {
        int peak = 1;
        for (int step = 0; step < context.steps(); step++) {
            peak = Math.max(peak, context.need(step));
        }
        return peak;
    }

    /** A fresh service at second 0. */
    SimulatedWorld world() {
        return world(conditions.visibility(), conditions.state());
    }

    /** The same, where each replica has a name, whatever it keeps. */
    SimulatedWorld worldOfNames() {
        return world(conditions.visibility(), conditions.stateByName());
    }

    /** The same, where nobody looks at tail latencies: scores are the same, and sooner known. */
    SimulatedWorld worldWithoutTails() {
        SimulatedWorld world = world(conditions.visibility().withoutTails(), conditions.state());
        world.service().withoutTails();
        return world;
    }

    private SimulatedWorld world(Visibility visibility, ServiceState state) {
        Workload workload = conditions.workload();
        return new SimulatedWorld(
                workload,
                start,
                new SimulatedService(
                        conditions.service(),
                        leadTimes,
                        conditions.initial(),
                        state,
                        conditions.room()),
                new SimulatedTelemetry(workload.id(), start, workload.cadence(), visibility),
                conditions.nodes());
    }

    private static Conditions conditions(BacktestSettings settings, String name, int[] need) {
        int peak = Arrays.stream(need).max().orElse(1);
        requireFeasible(name, peak);
        int min = settings.limits().min();
        int max = settings.limits().max().orElse(Math.max(2 * peak, min));
        ReplicaLimits limits = new ReplicaLimits(min, max);
        Workload workload =
                new Workload(
                        new WorkloadId("backtest", name),
                        limits,
                        settings.service().slo(),
                        settings.prices().violationCost(),
                        ScalingBehavior.DEFAULT,
                        settings.cadence());
        var startUp = settings.startUp();
        return new Conditions(
                settings.service(),
                new Scenario.StartUp(startUp.medianSeconds(), startUp.spread()),
                workload,
                limits.clamp(need[0]),
                Scenario.Sessions.USUAL,
                Visibility.USUAL
                        .pushing(settings.pushedInterval())
                        .with(new TelemetryFaults(0, List.of(), settings.replay().seed())),
                Pool.UNLIMITED,
                List.of(),
                settings.prices().replicaHour(),
                settings.replay().seed());
    }

    private static DemandCurve scaled(Trace trace, BacktestSettings settings) {
        ServiceModel service = settings.service();
        var replay = settings.replay();
        DemandCurve curve =
                DemandCurve.of(trace, service.stepSeconds(), replay.interpolation(), replay.seed());
        double carried = service.demandPerReplica();
        return switch (settings.scale()) {
            case BacktestSettings.Scale.AsMeasured() -> curve;
            case BacktestSettings.Scale.ReplicaCapacity(double rate) ->
                    curve.scaled(carried / rate);
            case BacktestSettings.Scale.PeakReplicas(int replicas) -> {
                if (curve.peak() <= 0) {
                    throw new InvalidInputException(
                            trace.name(),
                            "value",
                            "0",
                            "the trace has no demand to scale; use --replica-capacity");
                }
                yield curve.scaled(replicas * carried / curve.peak());
            }
        };
    }

    private static int[] needs(DemandCurve demand, ServiceModel service, int min) {
        double carried = service.demandPerReplica();
        int[] needs = new int[demand.steps()];
        for (int step = 0; step < needs.length; step++) {
            needs[step] = ServiceModel.need(demand.at(step), carried, min);
        }
        return needs;
    }

    private static void requireFeasible(String name, int peak) {
        if (peak > MOST_REPLICAS) {
            throw new InvalidInputException(
                    name,
                    "need",
                    "%d replicas".formatted(peak),
                    "at most %d can be replayed; give a larger --replica-capacity or a smaller"
                                    .formatted(MOST_REPLICAS)
                            + " --peak-replicas or --min");
        }
    }
}
