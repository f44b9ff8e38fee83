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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of each run what a picture can show: the scored part in at most {@value #BUCKETS} buckets.
 * What a person looks for are the worst moments, so a bucket holds the largest demand and latency
 * and the smallest supply. Thread-safe.
 */
final class RunCharts implements RunObserver {
    private static final int BUCKETS = 2000;

    /** What is common to the runs of a trace. */
    record TraceChart(
            long startEpochSecond, long bucketSeconds, List<Double> demand, List<Double> need) {}

    /** One run. */
    record RunChart(List<Double> supply, List<Double> latencyMs) {}

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
        private final int first;
        private final int length;
        private final int steps;

        Buckets(ScoreContext context) {
            int start = 0;
            while (start < context.steps() - 1 && !context.scored(start)) {
                start++;
            }
            this.first = start;
            this.steps = context.steps();
            this.length = Math.max(1, Math.ceilDiv(steps - first, BUCKETS));
        }

        List<Double> largest(IntToDoubleFunction value) {
            return pieces(piece -> piece.mapToDouble(value).max().orElse(0));
        }

        List<Double> smallest(IntToDoubleFunction value) {
            return pieces(piece -> piece.mapToDouble(value).min().orElse(0));
        }

        private List<Double> pieces(ToDoubleFunction<IntStream> summary) {
            List<Double> values = new ArrayList<>();
            for (int from = first; from < steps; from += length) {
                int until = Math.min(from + length, steps);
                values.add(summary.applyAsDouble(IntStream.range(from, until)));
            }
            return values;
        }
    }
}
