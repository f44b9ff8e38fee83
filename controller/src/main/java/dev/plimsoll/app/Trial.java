// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.control.Journal;
import dev.plimsoll.model.Workload;
import dev.plimsoll.server.control.ScorecardState;
import dev.plimsoll.server.control.ScorecardState.Figures;
import dev.plimsoll.server.control.ScorecardState.Run;
import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.BacktestSettings.Limits;
import dev.plimsoll.sim.backtest.BacktestSettings.Prices;
import dev.plimsoll.sim.backtest.BacktestSettings.Replay;
import dev.plimsoll.sim.backtest.BacktestSettings.StartUp;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.history.History;
import dev.plimsoll.sim.history.HistoryBacktest;
import dev.plimsoll.sim.history.Judgement;
import dev.plimsoll.sim.history.Prior;
import dev.plimsoll.sim.history.Scorecard;
import dev.plimsoll.sim.workload.Interpolation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a policy would have brought on its workload's own past, beside what really happened. The
 * same journal and instant give the same judgement.
 */
final class Trial {
    private static final Duration MOST = Duration.ofDays(7);
    private static final int STEP_SECONDS = 5;
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** Until a replica is learned one is taken that meets the objective with ease. */
    private static final double USUAL_SHARE_OF_TARGET = 0.1;

    private static final int USUAL_SLOTS = 4;

    /** What is left of the past after its leading part, which teaches. */
    private static final double JUDGING_SHARE = 1 - Replay.DEFAULT.warmUp();

    private final ScalingPolicy policy;
    private final Judgement judgement;
    private final Instant begin;
    private final Instant at;

    private Trial(ScalingPolicy policy, Judgement judgement, Instant begin, Instant at) {
        this.policy = policy;
        this.judgement = judgement;
        this.begin = begin;
        this.at = at;
    }

    /** Judges a policy on what a journal holds of the last week. */
    static Trial of(ScalingPolicy policy, Journal journal, Instant now) {
        Workload workload = policy.workload();
        Optional<History> seen = JournalHistory.of(journal, workload, now.minus(MOST), now);
        Judgement judgement =
                seen.map(past -> judge(policy, past))
                        .orElseGet(() -> new Judgement.Unjudged("the journal holds nothing yet"));
        return new Trial(policy, judgement, seen.map(History::start).orElse(now), now);
    }

    private static Judgement judge(ScalingPolicy policy, History past) {
        var backtest =
                new HistoryBacktest(
                        settings(policy.workload(), past),
                        Prior.NONE,
                        List.of(policy.policy()),
                        (_, _, _) -> {});
        return backtest.judge(past, 1, () -> {});
    }

    private static BacktestSettings settings(Workload workload, History past) {
        int interval = past.windowSeconds();
        int step = interval % STEP_SECONDS == 0 ? STEP_SECONDS : 1;
        double service = workload.slo().targetSeconds() * USUAL_SHARE_OF_TARGET;
        Replay usual = Replay.DEFAULT;
        return new BacktestSettings(
                new ServiceModel(
                        new MmcStation(USUAL_SLOTS, service),
                        workload.slo(),
                        step,
                        ServiceModel.DEFAULT_DRAIN_SECONDS),
                workload.cadence(),
                StartUp.DEFAULT,
                new BacktestSettings.Scale.AsMeasured(),
                new Limits(workload.limits().min(), OptionalInt.of(workload.limits().max())),
                new Replay(
                        Interpolation.HOLD,
                        usual.warmUp(),
                        usual.maxDays(),
                        past.start(),
                        usual.seed()),
                new Prices(workload.violationCost(), Prices.DEFAULT.replicaHour()),
                Optional.empty());
    }

    Judgement judgement() {
        return judgement;
    }

    /** What it came to, a sentence. */
    String sentence() {
        return switch (judgement) {
            case Judgement.Unjudged(var why) -> "cannot be judged yet: " + why;
            case Scorecard card -> sentence(card);
        };
    }

    private String sentence(Scorecard card) {
        String figures =
                "over %s %s would have had %s violated and %s replica-hours; really there were %s and %s"
                        .formatted(
                                length(card.judgedSeconds()),
                                policy.policy().name(),
                                violated(card.policies().getFirst()),
                                hours(card.policies().getFirst()),
                                violated(card.recorded()),
                                hours(card.recorded()));
        return card.reproduction().isTrusted()
                ? figures
                : figures
                        + "; not to be trusted: "
                        + String.join("; ", card.reproduction().doubts());
    }

    /** What it came to, for whoever asks. */
    ScorecardState state() {
        return new ScorecardState(at, sentence(), figures());
    }

    /** Empty where nothing could be judged. */
    Optional<Figures> figures() {
        return switch (judgement) {
            case Judgement.Unjudged _ -> Optional.empty();
            case Scorecard card -> Optional.of(figures(card));
        };
    }

    private static Figures figures(Scorecard card) {
        return new Figures(
                card.judgedSeconds(),
                run(card.policies().getFirst()),
                run(card.recorded()),
                card.reproduction().error(),
                card.reproduction().doubts());
    }

    private static Run run(BacktestRun run) {
        return new Run(run.scores().sloViolationRatio(), run.scores().usage().replicaHours());
    }

    /** When so much of the past can judge, at the earliest. */
    Instant longEnoughAt(Duration over) {
        double missing = Math.max(0, over.toSeconds() - judgedSeconds());
        return at.plusSeconds((long) Math.ceil(missing / JUDGING_SHARE));
    }

    /** Where nothing was judged yet, what would have been: a bound. */
    private double judgedSeconds() {
        return switch (judgement) {
            case Judgement.Unjudged _ -> Duration.between(begin, at).toSeconds() * JUDGING_SHARE;
            case Scorecard card -> card.judgedSeconds();
        };
    }

    private static String length(long seconds) {
        return seconds < DAY_SECONDS
                ? String.format(Locale.ROOT, "%.1f hours", seconds / 3600.0)
                : String.format(Locale.ROOT, "%.1f days", seconds / (double) DAY_SECONDS);
    }

    private static String violated(BacktestRun run) {
        return shown("%.2f %%", run.scores().sloViolationRatio(), 100);
    }

    private static String hours(BacktestRun run) {
        return shown("%.1f", run.scores().usage().replicaHours(), 1);
    }

    private static String shown(String form, OptionalDouble value, double factor) {
        return value.isPresent()
                ? String.format(Locale.ROOT, form, factor * value.getAsDouble())
                : "none that can be told";
    }
}
