// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.cluster.LatencyTally;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.score.LatencySummary;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.score.Scores;
import dev.plimsoll.sim.score.Timeline;
import java.util.OptionalDouble;

/** Takes one run down, and scores it. Not thread-safe. */
final class RunRecorder {
    private final ScoreContext context;
    private final ServiceModel service;
    private final LatencyTally scored;
    private final LatencyTally unscored;
    private final Timeline.Recorder timeline;
    private int scaleInsWithoutEvidence;

    RunRecorder(BacktestCase replay) {
        this.context = replay.context();
        this.service = replay.settings().service();
        this.scored = new LatencyTally(service.station());
        this.unscored = new LatencyTally(service.station());
        this.timeline = new Timeline.Recorder(context.steps());
    }

    /** Where the latencies of a step's requests are to be counted. */
    LatencyTally tally(int step) {
        return context.scored(step) ? scored : unscored;
    }

    void step(ServedStep served, int billed, int desired) {
        timeline.step(served.ready(), billed, desired, served.utilization(), served.violated())
                .tailLatencySeconds(served.tailLatencySeconds());
    }

    void scaleInWithoutEvidence(int step) {
        scaleInsWithoutEvidence += context.scored(step) ? 1 : 0;
    }

    Run finish() {
        LatencySummary latency =
                new LatencySummary(
                        finite(scored.meanSeconds() * 1000),
                        finite(scored.quantileSeconds(0.99) * 1000),
                        finite(scored.slowShare(service.slo().targetSeconds())));
        Timeline taken = timeline.timeline();
        return new Run(taken, Scores.of(context, taken, latency, scaleInsWithoutEvidence));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
