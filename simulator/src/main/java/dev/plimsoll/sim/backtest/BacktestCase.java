// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.baseline.Oracle;
import dev.plimsoll.sim.baseline.OraclePlan;
import dev.plimsoll.sim.cluster.LeadTimeDraws;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedTelemetry;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.sim.cluster.TelemetryFaults;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.workload.DemandCurve;
import dev.plimsoll.sim.workload.Trace;
import java.time.Instant;

/**
 * One trace made ready to be replayed: demand per step, what it needs, what counts, and what
 * perfect foresight would do. Shared by all policies; immutable.
 */
public final class BacktestCase {
    /** More than any fleet has; twice as many must still be a number of replicas. */
    private static final int MOST_REPLICAS = 1_000_000;

    private final String trace;
    private final BacktestSettings settings;
    private final Instant start;
    private final DemandCurve demand;
    private final int[] need;
    private final boolean[] scored;
    private final ScoreContext context;
    private final LeadTimeDraws leadTimes;
    private final OraclePlan oracle;

    /** Scales the trace, works out what it needs, and plans it with perfect foresight. */
    public BacktestCase(Trace original, BacktestSettings settings) {
        Trace trace = original.lastDays(settings.replay().maxDays());
        this.trace = trace.name();
        this.settings = settings;
        this.start = trace.start().orElse(settings.replay().start());
        this.demand = scaled(trace, settings);
        this.need = needs();
        requireFeasiblePeak();
        this.scored = scoredSteps();
        double[] perSecond = new double[demand.steps()];
        for (int step = 0; step < perSecond.length; step++) {
            perSecond[step] = demand.at(step);
        }
        int stepSeconds = settings.service().stepSeconds();
        double price = settings.prices().replicaHour();
        this.context = new ScoreContext(stepSeconds, need, perSecond, scored, price);
        var startUp = settings.startUp();
        this.leadTimes =
                new LeadTimeDraws(
                        startUp.medianSeconds(),
                        startUp.spread(),
                        settings.replay().seed(),
                        this.trace);
        this.oracle = new Oracle(stepSeconds, leadTimes::seconds).plan(need, scored);
    }

    /** The name of the trace. */
    public String trace() {
        return trace;
    }

    public BacktestSettings settings() {
        return settings;
    }

    /** The instant of the first step. */
    public Instant start() {
        return start;
    }

    public DemandCurve demand() {
        return demand;
    }

    public ScoreContext context() {
        return context;
    }

    /** What perfect foresight does. */
    OraclePlan oracle() {
        return oracle;
    }

    /** Replica-hours of perfect foresight over the scored steps. */
    double oracleReplicaHours() {
        return oracle.billedSteps() * settings.service().stepSeconds() / 3600.0;
    }

    /** The most replicas that any moment needs. */
    public int peakNeed() {
        int peak = 1;
        for (int replicas : need) {
            peak = Math.max(peak, replicas);
        }
        return peak;
    }

    /** A fresh service at second 0, with as many replicas as the first step needs. */
    SimulatedWorld world() {
        int max = settings.limits().max().orElse(Math.max(2 * peakNeed(), settings.limits().min()));
        WorkloadId id = new WorkloadId("backtest", trace);
        Workload workload =
                new Workload(
                        id,
                        new ReplicaLimits(settings.limits().min(), max),
                        settings.service().slo(),
                        settings.prices().violationCost(),
                        ScalingBehavior.DEFAULT,
                        settings.cadence());
        int initial = workload.limits().clamp(need[0]);
        return new SimulatedWorld(
                workload,
                start,
                new SimulatedService(settings.service(), leadTimes, initial),
                new SimulatedTelemetry(id, start, settings.cadence(), TelemetryFaults.NONE));
    }

    private static DemandCurve scaled(Trace trace, BacktestSettings settings) {
        ServiceModel service = settings.service();
        var replay = settings.replay();
        DemandCurve curve =
                DemandCurve.of(trace, service.stepSeconds(), replay.interpolation(), replay.seed());
        double carried = service.demandPerReplica();
        return switch (settings.scale()) {
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

    private int[] needs() {
        double carried = settings.service().demandPerReplica();
        int[] needs = new int[demand.steps()];
        for (int step = 0; step < needs.length; step++) {
            needs[step] = ServiceModel.need(demand.at(step), carried, settings.limits().min());
        }
        return needs;
    }

    private void requireFeasiblePeak() {
        if (peakNeed() > MOST_REPLICAS) {
            throw new InvalidInputException(
                    trace,
                    "need",
                    "%d replicas".formatted(peakNeed()),
                    "at most %d can be replayed; give a larger --replica-capacity or a smaller"
                                    .formatted(MOST_REPLICAS)
                            + " --peak-replicas or --min");
        }
    }

    private boolean[] scoredSteps() {
        boolean[] counts = new boolean[demand.steps()];
        int first = (int) Math.ceil(counts.length * settings.replay().warmUp());
        for (int step = first; step < counts.length; step++) {
            counts[step] = demand.known(step);
        }
        return counts;
    }
}
