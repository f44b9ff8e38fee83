// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.DurationText;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.RunObserver;
import dev.plimsoll.sim.score.Timeline;
import dev.plimsoll.sim.workload.Trace;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** What to know about the traces of a back-test before its scores are read. Thread-safe. */
final class BacktestNotes implements RunObserver {
    private static final int ENOUGH_LEAD_TIMES = 10;

    private final BacktestSettings settings;
    private final Map<String, Long> scoredSeconds = new ConcurrentSkipListMap<>();

    BacktestNotes(BacktestSettings settings) {
        this.settings = settings;
    }

    /** That only the last part of a trace is replayed. */
    Optional<String> shortening(Trace trace) {
        double days = trace.lengthSeconds() / Duration.ofDays(1).toSeconds();
        int most = settings.replay().maxDays();
        return days > most ? Optional.of(shortened(trace, days)) : Optional.empty();
    }

    private String shortened(Trace trace, double days) {
        String all = String.format(Locale.ROOT, "%.1f", days).replaceFirst("\\.0$", "");
        return "plimsoll: of %s the last %d of %s days are replayed (--max-days)"
                .formatted(trace.name(), settings.replay().maxDays(), all);
    }

    @Override
    public void finished(BacktestCase replay, PolicySpec policy, Timeline timeline) {
        scoredSeconds.put(replay.name(), replay.context().scoredSeconds());
    }

    /** Whether a trace that was run has no step that counts. */
    boolean scoresNothing(String trace) {
        return scoredSeconds(trace) == 0;
    }

    /** Why a trace that was run says little or nothing. */
    Optional<String> about(String trace) {
        if (scoresNothing(trace)) {
            return Optional.of(nothing(trace));
        }
        double enough = ENOUGH_LEAD_TIMES * settings.startUp().medianSeconds();
        return scoredSeconds(trace) < enough ? Optional.of(little(trace)) : Optional.empty();
    }

    private String nothing(String trace) {
        return "plimsoll: no step of %s was scored: after the warm-up (--warm-up %s) it has nothing, or nothing but gaps"
                .formatted(trace, settings.replay().warmUp());
    }

    private String little(String trace) {
        Duration scored = Duration.ofSeconds(scoredSeconds(trace));
        return "plimsoll: the scored part of %s is %s, shorter than ten lead times (--lead-time %s): the scores say little"
                .formatted(trace, DurationText.of(scored), settings.byOption().get("lead-time"));
    }

    private long scoredSeconds(String trace) {
        return scoredSeconds.getOrDefault(trace, 0L);
    }
}
