// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.RunObserver;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.score.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of each run what a picture can show: the scored part in at most {@value #BUCKETS} buckets.
 * What a person looks for are the worst moments, so a bucket holds the largest demand and latency
 * and the smallest supply of its scored steps; it is empty if it has none, as in a gap of the
 * trace. Thread-safe.
 */
final class RunCharts implements RunObserver {
    private static final int BUCKETS = 2000;

    /** What is common to the runs of a trace. */
    record TraceChart(
            long startEpochSecond,
            long bucketSeconds,
            List<OptionalDouble> demand,
            List<OptionalDouble> need) {}

    /** One run. */
    record RunChart(List<OptionalDouble> supply, List<OptionalDouble> latencyMs) {}

    private final boolean wanted;
    private final Map<String, TraceChart> traces = new ConcurrentSkipListMap<>();
    private final Map<String, RunChart> runs = new ConcurrentSkipListMap<>();

    RunCharts(boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public void finished(BacktestCase replay, PolicySpec policy, Timeline timeline) {
        if (!wanted) {
            return;
        }
        Buckets buckets = new Buckets(replay.context());
        traces.computeIfAbsent(replay.name(), _ -> trace(replay, buckets));
        runs.put(
                key(replay.name(), policy),
                new RunChart(
                        buckets.smallest(timeline::supply),
                        buckets.largest(step -> timeline.tailLatencySeconds(step) * 1000)));
    }

    TraceChart trace(String trace) {
        return present(traces.get(trace), trace);
    }

    RunChart run(String trace, PolicySpec policy) {
        return present(runs.get(key(trace, policy)), key(trace, policy));
    }

    private static TraceChart trace(BacktestCase replay, Buckets buckets) {
        ScoreContext context = replay.context();
        long start = replay.start().getEpochSecond() + (long) buckets.first * context.stepSeconds();
        return new TraceChart(
                start,
                (long) buckets.length * context.stepSeconds(),
                buckets.largest(context::demand),
                buckets.largest(context::need));
    }

    private static String key(String trace, PolicySpec policy) {
        return trace + " " + policy;
    }

    private static <T> T present(@Nullable T chart, String key) {
        if (chart == null) {
            throw new IllegalStateException("no chart was kept of " + key);
        }
        return chart;
    }

    /** The scored part of a run, cut into pieces of equal length. */
    private static final class Buckets {
        private final ScoreContext context;
        private final int first;
        private final int length;

        Buckets(ScoreContext context) {
            int start = 0;
            while (start < context.steps() - 1 && !context.scored(start)) {
                start++;
            }
            this.context = context;
            this.first = start;
            this.length = Math.max(1, Math.ceilDiv(context.steps() - first, BUCKETS));
        }

        List<OptionalDouble> largest(IntToDoubleFunction value) {
            return pieces(steps -> steps.mapToDouble(value).max());
        }

        List<OptionalDouble> smallest(IntToDoubleFunction value) {
            return pieces(steps -> steps.mapToDouble(value).min());
        }

        private List<OptionalDouble> pieces(Function<IntStream, OptionalDouble> summary) {
            List<OptionalDouble> values = new ArrayList<>();
            for (int from = first; from < context.steps(); from += length) {
                int until = Math.min(from + length, context.steps());
                values.add(summary.apply(IntStream.range(from, until).filter(context::scored)));
            }
            return values;
        }
    }
}
