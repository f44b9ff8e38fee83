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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** What to know about the traces of a back-test before its scores are read. Thread-safe. */
final class BacktestNotes implements RunObserver {
    /** Lead times or decisions from which on scores say something. */
    private static final int ENOUGH = 10;

    /** How long a trace is, and how much of it counts. */
    private record Extent(long seconds, long scored) {
        static final Extent NONE = new Extent(0, 0);
    }

    private final BacktestSettings settings;
    private final Map<String, Extent> extents = new ConcurrentSkipListMap<>();
    private final Set<String> idle = new ConcurrentSkipListSet<>();

    BacktestNotes(BacktestSettings settings) {
        this.settings = settings;
    }

    BacktestSettings settings() {
        return settings;
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
        prepared(replay);
    }

    /** A trace is about to be run. */
    void prepared(BacktestCase replay) {
        var context = replay.context();
        long seconds = (long) context.steps() * context.stepSeconds();
        extents.put(replay.name(), new Extent(seconds, context.scoredSeconds()));
    }

    /** There is nothing to tune a trace on. */
    void idle(String trace) {
        idle.add(trace);
    }

    /** Whether what was asked about a trace that was run cannot be answered. */
    boolean isUnanswered(String trace) {
        return scoresNothing(trace) || idle.contains(trace);
    }

    /** Whether it has no step that counts. */
    private boolean scoresNothing(String trace) {
        return extent(trace).scored() == 0;
    }

    /** Why a trace that was run says little or nothing, as a line for the terminal. */
    Optional<String> about(String trace) {
        return caveat(trace).map(caveat -> "plimsoll: " + caveat);
    }

    /** Why any of the traces that were run says little, each as a sentence without an end. */
    List<String> caveats() {
        return extents.keySet().stream().flatMap(trace -> caveat(trace).stream()).toList();
    }

    /** The same as a sentence without an end. */
    Optional<String> caveat(String trace) {
        if (scoresNothing(trace)) {
            return Optional.of(nothing(trace));
        }
        if (idle.contains(trace)) {
            return Optional.of(
                    "no request arrives in the scored part of %s: there is nothing to tune"
                            .formatted(trace));
        }
        return shortness(trace);
    }

    private Optional<String> shortness(String trace) {
        Extent extent = extent(trace);
        if (extent.seconds() < leadTime().toSeconds()) {
            return Optional.of(
                    ShortRun.thanOneLeadTime(trace, extent.seconds(), "--lead-time", leadTime()));
        }
        Duration scored = Duration.ofSeconds(extent.scored());
        if (scored.compareTo(leadTime().multipliedBy(ENOUGH)) < 0) {
            return Optional.of(little(trace, scored, "lead times (--lead-time %s)", leadTime()));
        }
        Duration cycle = settings.cadence().cycle();
        return scored.compareTo(cycle.multipliedBy(ENOUGH)) < 0
                ? Optional.of(little(trace, scored, "decisions (one every %s)", cycle))
                : Optional.empty();
    }

    private String nothing(String trace) {
        return "no step of %s was scored: after the warm-up (--warm-up %s) it has nothing, or nothing but gaps"
                .formatted(trace, settings.replay().warmUp());
    }

    private static String little(String trace, Duration scored, String tens, Duration unit) {
        return "the scored part of %s is %s, shorter than ten %s: the scores say little"
                .formatted(trace, DurationText.of(scored), tens.formatted(DurationText.of(unit)));
    }

    private Duration leadTime() {
        return Duration.ofMillis(Math.round(settings.startUp().medianSeconds() * 1000));
    }

    private Extent extent(String trace) {
        return extents.getOrDefault(trace, Extent.NONE);
    }
}
