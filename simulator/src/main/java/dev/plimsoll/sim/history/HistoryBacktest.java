// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.backtest.Backtest;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.RecordedRun;
import dev.plimsoll.sim.backtest.RunObserver;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.workload.Trace;
import java.time.Duration;
import java.util.List;

/**
 * Judges policies on what a workload really went through: learns the model from the leading part,
 * replays the replicas that really ran over all of it, and then each policy. Pure: the same past
 * and settings give the same scorecard, with any number of threads.
 */
public final class HistoryBacktest {
    private static final int FEWEST_WINDOWS = 100;
    private static final int MOST_REPLICAS = 1_000_000;

    private final BacktestSettings settings;
    private final Prior prior;
    private final List<PolicySpec> policies;
    private final RunObserver observer;

    /**
     * A judge.
     *
     * @param settings what all runs share; service, lead time and scale of demand are learned, and
     *     its warm-up is the leading part
     */
    public HistoryBacktest(
            BacktestSettings settings,
            Prior prior,
            List<PolicySpec> policies,
            RunObserver observer) {
        this.settings = settings;
        this.prior = prior;
        this.policies = List.copyOf(policies);
        this.observer = observer;
    }

    /**
     * Judges the policies on a past.
     *
     * @param done is called after each run, from any thread; what really ran is one more
     */
    public Judgement judge(History history, int threads, Runnable done) {
        if (history.replayable() < FEWEST_WINDOWS) {
            return new Judgement.Unjudged(
                    "only %d of %d windows have both demand and replicas, at least %d are needed"
                            .formatted(history.replayable(), history.windows(), FEWEST_WINDOWS));
        }
        StepGrid grid =
                new StepGrid(
                        history,
                        settings.service().stepSeconds(),
                        settings.replay().interpolation());
        FitWindows leading =
                new FitWindows(history, settings.service().slo(), endOfLeading(history, grid));
        return switch (ServiceLearner.learn(leading, prior)) {
            case LearnedService.Unknown(String why) -> new Judgement.Unjudged(why);
            case LearnedService.Known known -> judge(history, grid, known, new Pace(threads, done));
        };
    }

    /** How a judgement is to be worked out, whatever comes of it. */
    private record Pace(int threads, Runnable done) {}

    private int endOfLeading(History history, StepGrid grid) {
        Trace trace = history.trace();
        double steps = Math.floor(trace.time(trace.size() - 1) / grid.stepSeconds()) + 1;
        return grid.window((int) Math.ceil(steps * settings.replay().warmUp()));
    }

    private Judgement judge(History history, StepGrid grid, LearnedService.Known known, Pace pace) {
        LearnedStart start = StartGaps.learn(history, prior);
        BacktestSettings learned = learned(history, known, start);
        double most =
                Math.max(
                        history.ready().largest().orElse(0),
                        history.demand().largest().orElse(0)
                                / learned.service().demandPerReplica());
        if (most > MOST_REPLICAS) {
            return new Judgement.Unjudged(
                    "%.0f replicas at once, at most %d can be replayed: look at the queries"
                            .formatted(most, MOST_REPLICAS));
        }
        BacktestCase replay = BacktestCase.of(history.trace().startingAt(grid.start()), learned);
        RecordedReplicas replicas =
                new RecordedReplicas(
                        history, grid, replay.context().steps(), start.startUp().medianSeconds());
        Reproduction reproduction =
                Reproducer.compare(
                        history,
                        replay.service(),
                        ModelReplay.of(replay, grid, replicas, history.buckets()));
        BacktestRun recorded = RecordedRun.of(replay, replicas::ready, replicas::paid, observer);
        pace.done().run();
        List<BacktestRun> runs =
                new Backtest(policies, observer)
                        .run(List.of(() -> replay), pace.threads(), pace.done());
        return new Scorecard(
                history.name(),
                learned,
                grid.start()
                        .plusSeconds((long) replay.context().firstScored() * grid.stepSeconds()),
                replay.context().scoredSeconds(),
                known,
                start,
                reproduction,
                recorded,
                runs);
    }

    private BacktestSettings learned(
            History history, LearnedService.Known known, LearnedStart start) {
        ServiceModel usual = settings.service();
        var replay = settings.replay();
        long seconds = (long) history.windows() * history.windowSeconds();
        return new BacktestSettings(
                new ServiceModel(
                        known.station(), usual.slo(), usual.stepSeconds(), usual.drainSeconds()),
                settings.cadence(),
                start.startUp(),
                new BacktestSettings.Scale.AsMeasured(),
                settings.limits(),
                new BacktestSettings.Replay(
                        replay.interpolation(),
                        replay.warmUp(),
                        (int) (seconds / Duration.ofDays(1).toSeconds()) + 1,
                        history.start(),
                        replay.seed()),
                settings.prices(),
                settings.pushedInterval());
    }
}
