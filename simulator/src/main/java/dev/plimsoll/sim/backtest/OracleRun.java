// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.capacity.TailLatency;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.ServiceState;
import dev.plimsoll.sim.cluster.Traffic;
import dev.plimsoll.sim.score.ScoreContext;

/**
 * The run of perfect foresight. It follows from the plan alone: in scored steps there is always
 * enough, so no queue ever builds up; other steps ask for nothing and serve nothing.
 */
final class OracleRun {
    private OracleRun() {}

    static Run of(BacktestCase replay) {
        ScoreContext context = replay.context();
        MmcStation station = replay.service().station();
        TailLatency tails = new TailLatency(station, replay.service().slo().quantile());
        RunRecorder recorder = new RunRecorder(replay, ServiceState.stateless());
        int[] supply = replay.oracle().supply();
        int[] billed = replay.oracle().billed();
        for (int step = 0; step < supply.length; step++) {
            double demand = context.scored(step) ? context.demand(step) : 0;
            double load = demand / station.saturationRate() / Math.max(1, supply[step]);
            if (context.scored(step) && supply[step] < context.need(step)) {
                throw new IllegalStateException(
                        "the plan has %d replicas at step %d, which needs %d"
                                .formatted(supply[step], step, context.need(step)));
            }
            recorder.tally(step).add(load, demand * context.stepSeconds());
            recorder.step(
                    new ServedStep(
                            Traffic.of(demand),
                            supply[step],
                            load,
                            demand,
                            station.meanResponse(load),
                            tails.at(load),
                            false),
                    billed[step],
                    billed[step]);
        }
        return recorder.finish();
    }
}
