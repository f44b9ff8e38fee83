// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.RunObserver;
import dev.plimsoll.sim.score.Timeline;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** What to know about the traces of a back-test before its scores are read. Thread-safe. */
final class BacktestNotes implements RunObserver {
    private final BacktestSettings settings;
    private final Map<String, Long> scoredSeconds = new ConcurrentSkipListMap<>();

    BacktestNotes(BacktestSettings settings) {
        this.settings = settings;
    }

    @Override
    public void finished(BacktestCase replay, PolicySpec policy, Timeline timeline) {
        scoredSeconds.put(replay.name(), replay.context().scoredSeconds());
    }

    /** Whether a trace that was run has no step that counts. */
    boolean scoresNothing(String trace) {
        return scoredSeconds(trace) == 0;
    }

    /** Why a trace that was run says nothing. */
    Optional<String> about(String trace) {
        return scoresNothing(trace) ? Optional.of(nothing(trace)) : Optional.empty();
    }

    private String nothing(String trace) {
        return "plimsoll: no step of %s was scored: after the warm-up (--warm-up %s) it has nothing, or nothing but gaps"
                .formatted(trace, settings.replay().warmUp());
    }

    private long scoredSeconds(String trace) {
        return scoredSeconds.getOrDefault(trace, 0L);
    }
}
