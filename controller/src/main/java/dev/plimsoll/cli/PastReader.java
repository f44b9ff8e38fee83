// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.adapter.prometheus.Answer;
import dev.plimsoll.adapter.prometheus.Fault;
import dev.plimsoll.adapter.prometheus.PrometheusClient;
import dev.plimsoll.adapter.prometheus.Row;
import dev.plimsoll.adapter.prometheus.Sample;
import dev.plimsoll.adapter.prometheus.Series;
import dev.plimsoll.cli.PastOptions.Query;
import dev.plimsoll.cli.PastOptions.SignalQuery;
import dev.plimsoll.model.DecimalText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.history.Buckets;
import dev.plimsoll.sim.history.History;
import dev.plimsoll.sim.history.WindowMeans;
import dev.plimsoll.telemetry.Signal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a workload's past with one query a signal, each of which must give one series. */
final class PastReader {
    static final String NAME = "history";

    /** More than a busy share ever is, and less than one in percent. */
    private static final double NO_SHARE = 3;

    private static final double SAME = 1e-9;

    private final PrometheusClient client;
    private final PastWindows windows;
    private final double quantile;

    /**
     * A reader of so many windows.
     *
     * @param quantile that a quantile of latency must be asked for at
     */
    PastReader(PrometheusClient client, PastWindows windows, double quantile) {
        this.client = client;
        this.windows = windows;
        this.quantile = quantile;
    }

    /**
     * Reads them all.
     *
     * @throws InvalidInputException if a query has no answer, or none that can be used
     */
    History read(List<SignalQuery> signals, Optional<Query> desired) {
        Map<Signal, WindowMeans> means = new EnumMap<>(Signal.class);
        WindowMeans asked;
        try (Progress progress = new Progress("reading", signals.size() + 1L)) {
            for (SignalQuery each : signals) {
                means.put(each.signal(), read(each.query()));
                requireUnit(each, means.get(each.signal()));
                progress.step();
            }
            asked = desired.map(this::read).orElseGet(() -> WindowMeans.absent(windows.count()));
            progress.step();
        }
        Buckets buckets =
                signals.stream()
                        .filter(each -> each.signal() == Signal.TAIL_LATENCY)
                        .findFirst()
                        .map(each -> buckets(each.query()))
                        .orElse(Buckets.NONE);
        return new History(NAME, windows.start(), windows.seconds(), means, asked, buckets);
    }

    /** Those that a quantile is read from, where the query shows that it is one. */
    private Buckets buckets(Query query) {
        Optional<QuantileQuery> asked = QuantileQuery.of(query.promql());
        if (asked.isEmpty()) {
            return Buckets.NONE;
        }
        if (Math.abs(asked.get().quantile() - quantile) > SAME) {
            throw refused(
                    query,
                    "asks for another quantile than --slo, which is of %s".formatted(quantile));
        }
        return switch (client.query(asked.get().histogram(), windows.end())) {
            case Answer.Told<Row> told -> Buckets.of(bounds(told.rows()));
            case Answer.Failed<Row> failed -> throw refused(query, mend(failed));
        };
    }

    /** None of a native histogram, whose buckets are narrow. */
    private static double[] bounds(List<Row> rows) {
        return rows.stream()
                .map(row -> DecimalText.parse(row.labels().values().getOrDefault("le", "")))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
    }

    private WindowMeans read(Query query) {
        Answer<Series> answer =
                client.queryRange(
                        query.promql(), windows.firstEnd(), windows.end(), windows.length());
        return switch (answer) {
            case Answer.Told<Series> told when told.isPartial() ->
                    throw refused(
                            query, "the answer may not be all: " + told.warnings().getFirst());
            case Answer.Told<Series> told -> means(query, told.rows());
            case Answer.Failed<Series> failed -> throw refused(query, mend(failed));
        };
    }

    private WindowMeans means(Query query, List<Series> series) {
        if (series.size() != 1) {
            throw refused(
                    query,
                    series.isEmpty()
                            ? "there is nothing from %s to %s; look at the query"
                                    .formatted(windows.start(), windows.end())
                            : "there are %d series; make them one, e.g. with sum(…)"
                                    .formatted(series.size()));
        }
        double[] means = new double[windows.count()];
        Arrays.fill(means, Double.NaN);
        for (Sample sample : series.getFirst().samples()) {
            windows.endedBy(sample.at()).ifPresent(window -> means[window] = sample.value());
        }
        return WindowMeans.of(means);
    }

    private static void requireUnit(SignalQuery each, WindowMeans means) {
        double largest = means.largest().orElse(0);
        if (each.signal() == Signal.UTILIZATION && largest > NO_SHARE) {
            throw refused(
                    each.query(),
                    "there is a busy share of %.0f; give a share, 0 to 1: divide percent by 100"
                            .formatted(largest));
        }
    }

    private static String mend(Answer.Failed<?> failed) {
        return failed.fault() == Fault.UNREACHABLE
                ? failed.detail() + "; --prometheus names another"
                : failed.detail();
    }

    private static InvalidInputException refused(Query query, String mend) {
        return new InvalidInputException(query.option(), "query", query.promql(), mend);
    }
}
