// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.cluster.LatencyTally;
import dev.plimsoll.sim.cluster.LeadTimeDraws;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.SimulatedService;
import java.util.ArrayList;
import java.util.List;

/**
 * Replays the replicas that really ran through the queueing model, and tells what they would have
 * shown, window by window. Not thread-safe.
 */
final class ModelReplay {
    private final BacktestCase replay;
    private final StepGrid grid;
    private final RecordedReplicas replicas;
    private final Buckets buckets;
    private final SimulatedService service;
    private final List<ModelledWindow> windows = new ArrayList<>();
    private LatencyTally tally;
    private int steps;
    private double requests;
    private double busy;
    private boolean refused;

    private ModelReplay(
            BacktestCase replay, StepGrid grid, RecordedReplicas replicas, Buckets buckets) {
        this.buckets = buckets;
        this.replay = replay;
        this.grid = grid;
        this.replicas = replicas;
        this.service =
                new SimulatedService(
                        replay.service(),
                        new LeadTimeDraws(0, 0, 0, replay.name()),
                        replicas.ready(0));
        this.service.withoutTails();
        this.tally = new LatencyTally(replay.service().station());
    }

    /**
     * The windows that are scored from the first step to the last, and known.
     *
     * @param buckets that the tail of the latency is read from
     */
    static List<ModelledWindow> of(
            BacktestCase replay, StepGrid grid, RecordedReplicas replicas, Buckets buckets) {
        ModelReplay model = new ModelReplay(replay, grid, replicas, buckets);
        for (int step = 0; step < replay.context().steps(); step++) {
            model.play(step);
        }
        return model.windows;
    }

    private void play(int step) {
        service.beginStep((long) step * grid.stepSeconds());
        service.scaleTo(replicas.ready(step));
        ServedStep served = service.serve(replay.seenDemand(step), tally);
        if (replay.context().scored(step)) {
            count(served);
        }
        boolean ends =
                step + 1 == replay.context().steps() || grid.window(step + 1) > grid.window(step);
        if (ends) {
            end(grid.window(step));
        }
    }

    private void count(ServedStep served) {
        steps++;
        requests += served.demand() * grid.stepSeconds();
        busy += served.utilization();
        refused |= served.ready() == 0 && served.demand() > 0;
    }

    /** As it would have been seen. */
    private double tail() {
        double quantile = replay.service().slo().quantile();
        return buckets.isNone() || !(tally.answered() > 0)
                ? tally.quantileSeconds(quantile)
                : buckets.quantile(quantile, tally::exceedance);
    }

    private void end(int window) {
        if (grid.isWhole(steps)) {
            windows.add(
                    new ModelledWindow(
                            window, requests, busy / steps, tally.meanSeconds(), tail(), refused));
        }
        tally = new LatencyTally(replay.service().station());
        steps = 0;
        requests = 0;
        busy = 0;
        refused = false;
    }
}
