// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.cluster.LatencyTally;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.sim.score.LatencySummary;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.score.Scores;
import dev.plimsoll.sim.score.Timeline;
import dev.plimsoll.sim.cluster.TailLatency;
import java.util.OptionalDouble;
import java.util.function.Function;

/** One contender's run through one case, step by step. Not thread-safe; used once. */
final class Simulation {
    /** A run as it went and as it scored. */
    record Run(Timeline timeline, float[] tailSeconds, Scores scores) {}

    private final BacktestCase run;
    private final ScoreContext context;
    private final int stepSeconds;
    private final LatencyTally tally;
    private final LatencyTally unscored;
    private final Timeline.Recorder recorder;
    private final float[] tailSeconds;
    private int scaleInsWithoutEvidence;

    Simulation(BacktestCase run) {
        this.run = run;
        this.context = run.context();
        this.stepSeconds = context.stepSeconds();
        this.tally = new LatencyTally(run.settings().service().station());
        this.unscored = new LatencyTally(run.settings().service().station());
        this.recorder = new Timeline.Recorder(context.steps());
        this.tailSeconds = new float[context.steps()];
    }

    /** Runs a contender that decides once a cycle. */
    Run run(Function<SimulatedWorld, Contender> entry) {
        SimulatedWorld world = run.world();
        Contender contender = entry.apply(world);
        SimulatedService service = world.service();
        long cycle = world.workload().cadence().cycle().toSeconds();
        for (int step = 0; step < context.steps(); step++) {
            long second = (long) step * stepSeconds;
            service.beginStep(second);
            if (second % cycle == 0) {
                decide(contender, world, context.scored(step));
            }
            int ready = service.ready();
            int billed = service.billed();
            ServedStep served = service.serve(context.demand(step), tally(step));
            recorder.step(
                    ready, billed, service.desired(), served.utilization(), served.violated());
            tailSeconds[step] = (float) served.tailLatencySeconds();
            boolean known = run.demand().known(step);
            world.telemetry().record(served, second + stepSeconds, stepSeconds, known);
        }
        return finish();
    }

    /** Runs the plan of perfect foresight, which never lets a queue build up in a scored step. */
    Run runOracle() {
        int[] supply = run.oracle().supply();
        int[] billed = run.oracle().billed();
        TailLatency tails = new TailLatency(run.settings().service());
        double saturation = run.settings().service().station().saturationRate();
        for (int step = 0; step < context.steps(); step++) {
            boolean violated = supply[step] < context.need(step);
            double load = context.demand(step) / saturation / Math.max(1, supply[step]);
            if (!violated) {
                tally(step).add(load, context.demand(step) * stepSeconds);
                tailSeconds[step] = (float) tails.at(load);
            }
            recorder.step(supply[step], billed[step], billed[step], Math.min(1, load), violated);
        }
        return finish();
    }

    private void decide(Contender contender, SimulatedWorld world, boolean scored) {
        int before = world.service().desired();
        contender.decide(world);
        boolean reduced = world.service().desired() < before;
        if (scored && reduced && !world.telemetry().isTrustworthy(world.second())) {
            scaleInsWithoutEvidence++;
        }
    }

    private LatencyTally tally(int step) {
        return context.scored(step) ? tally : unscored;
    }

    private Run finish() {
        Timeline timeline = recorder.timeline();
        double target = run.settings().service().slo().targetSeconds();
        LatencySummary latency =
                new LatencySummary(
                        finite(tally.meanSeconds() * 1000),
                        finite(tally.quantileSeconds(0.99) * 1000),
                        finite(tally.slowShare(target)));
        return new Run(timeline, tailSeconds, Scores.of(context, timeline, latency, scaleInsWithoutEvidence));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
