// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.sim.cluster.LatencyTally;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.cluster.ServiceState;
import dev.plimsoll.sim.score.LatencySummary;
import dev.plimsoll.sim.score.Safety;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.score.Scores;
import dev.plimsoll.sim.score.Timeline;
import java.util.List;
import java.util.OptionalDouble;

/** Takes one run down, and scores it. Not thread-safe. */
final class RunRecorder {
    private final ScoreContext context;
    private final ServiceModel service;
    private final LatencyTally scored;
    private final LatencyTally unscored;
    private final Timeline.Recorder timeline;
    private final ServiceState state;
    private final int firstScored;
    private int scaleInsWithoutEvidence;
    private int sessionsLostBefore;
    private long quorumLostBefore;
    private int takeBacks;
    private int alarms;
    private boolean alarmed;

    /**
     * @param state of the service that is run, of which is told what it lost
     */
    RunRecorder(BacktestCase replay, ServiceState state) {
        this.context = replay.context();
        this.service = replay.service();
        this.state = state;
        this.firstScored = context.firstScored();
        this.scored = new LatencyTally(service.station());
        this.unscored = new LatencyTally(service.station());
        this.timeline = new Timeline.Recorder(context.steps());
    }

    /** Takes down what a policy behind the guard decided before a step. */
    void decided(int step, List<DecisionRecord> decisions) {
        if (step == firstScored) {
            sessionsLostBefore = state.sessionsLost();
            quorumLostBefore = state.quorumLostSeconds();
        }
        for (DecisionRecord decision : decisions) {
            boolean calls =
                    decision.verdict().clamps().stream().anyMatch(clamp -> clamp.rule().isAlarm());
            if (context.scored(step)) {
                takeBacks += isTakenBack(decision) ? 1 : 0;
                alarms += calls && !alarmed ? 1 : 0;
            }
            alarmed = calls;
        }
    }

    private static boolean isTakenBack(DecisionRecord decision) {
        return decision.proposal().purpose() == Purpose.TAKE_BACK
                && decision.verdict() instanceof Verdict.Approved;
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

    int scaleInsWithoutEvidence() {
        return scaleInsWithoutEvidence;
    }

    Run finish() {
        LatencySummary latency =
                new LatencySummary(
                        finite(scored.meanSeconds() * 1000),
                        finite(scored.quantileSeconds(0.99) * 1000),
                        finite(scored.slowShare(service.slo().targetSeconds())));
        Timeline taken = timeline.timeline();
        Safety safety =
                new Safety(
                        state.sessionsLost() - sessionsLostBefore,
                        state.quorumLostSeconds() - quorumLostBefore,
                        takeBacks,
                        alarms);
        return new Run(taken, Scores.of(context, taken, latency, scaleInsWithoutEvidence, safety));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
