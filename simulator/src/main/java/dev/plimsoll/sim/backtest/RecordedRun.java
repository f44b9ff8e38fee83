// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.cluster.LeadTimeDraws;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.score.ScoreContext;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * The run of replicas that were really there: nobody decides, and they are ready when they were,
 * however they came to be.
 */
public final class RecordedRun {
    /** The name that it has among policies. */
    public static final PolicySpec RECORDED = new PolicySpec("recorded", Map.of(), false);

    private RecordedRun() {}

    /**
     * Replays them.
     *
     * @param ready replicas by step
     * @param paid replicas by step that were ordered and had not ended, starting ones included
     */
    public static BacktestRun of(
            BacktestCase replay,
            IntUnaryOperator ready,
            IntUnaryOperator paid,
            RunObserver observer) {
        ScoreContext context = replay.context();
        SimulatedService service = service(replay, ready.applyAsInt(0));
        RunRecorder recorder = new RunRecorder(replay, service.state());
        for (int step = 0; step < context.steps(); step++) {
            service.beginStep((long) step * context.stepSeconds());
            service.scaleTo(ready.applyAsInt(step));
            int billed = Math.max(service.billed(), paid.applyAsInt(step));
            ServedStep served = service.serve(replay.seenDemand(step), recorder.tally(step));
            recorder.step(served, billed, service.desired());
        }
        Run run = recorder.finish();
        observer.finished(replay, RECORDED, run.timeline());
        return new BacktestRun(
                replay.name(),
                RECORDED,
                RECORDED,
                false,
                run.scores(),
                Backtest.regrets(replay, run.scores()));
    }

    /** One whose replicas are ready as soon as they are asked for. */
    private static SimulatedService service(BacktestCase replay, int initial) {
        LeadTimeDraws atOnce = new LeadTimeDraws(0, 0, 0, replay.name());
        return new SimulatedService(replay.service(), atOnce, initial);
    }
}
