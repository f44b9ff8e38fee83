// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.history.Aspect;
import dev.plimsoll.sim.history.AspectError;
import dev.plimsoll.sim.history.LearnedStart;
import dev.plimsoll.sim.history.Origin;
import dev.plimsoll.sim.history.Reproduction;
import dev.plimsoll.sim.history.Scorecard;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A scorecard as a table for people. */
final class HistoryTable {
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private static final String LEGEND =
            """
            recorded: the replicas that really ran; all rows are of the same model over the same time.
            violated: requests that arrived while latency at the SLO's quantile was above its target.
            slow: requests that were slower than the target themselves. saved: cost against recorded.
            regret100: what perfect foresight would have saved, as a share of its replica-hours, when one
            request in 1,000 violated costs 10 % of them.
            """;

    private HistoryTable() {}

    static String render(Scorecard card) {
        StringBuilder text = new StringBuilder();
        findings(card).forEach(finding -> text.append(finding).append(".\n"));
        text.append('\n').append(reproduction(card.reproduction())).append('\n');
        text.append(runs(card)).append('\n').append(LEGEND);
        text.append("Settings: ")
                .append(String.join("  ", new TraceSettings(card.settings()).shown()));
        return text.toString();
    }

    /** What was learned, and how far it is to be believed, a sentence each, without an end. */
    static List<String> findings(Scorecard card) {
        return List.of(
                "Judged are %s days from %s; what was before taught"
                        .formatted(
                                number("%.1f", card.judgedSeconds() / DAY_SECONDS),
                                card.judgedFrom()),
                service(card),
                start(card.start()),
                verdict(card.reproduction()));
    }

    private static String service(Scorecard card) {
        var station = card.service().station();
        return "A replica carries %s requests/s at %s: a request takes %s ms (%s), %d at once (%s)"
                .formatted(
                        number("%.1f", card.settings().service().demandPerReplica()),
                        card.settings().service().slo(),
                        number("%.1f", station.serviceSeconds() * 1000),
                        origin(card.service().rate()),
                        station.concurrency(),
                        origin(card.service().slots()));
    }

    private static String start(LearnedStart start) {
        String ground =
                switch (start.origin()) {
                    case SEEN -> "seen in %d starts".formatted(start.starts());
                    case GIVEN -> "given";
                    case ASSUMED -> "assumed: " + start.why();
                };
        return "A replica takes %s s to start (%s)"
                .formatted(number("%.0f", start.startUp().medianSeconds()), ground);
    }

    private static String origin(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    private static String verdict(Reproduction reproduction) {
        OptionalDouble error = reproduction.error();
        String off =
                error.isPresent()
                        ? "What was seen is reproduced with an error of %s"
                                .formatted(percent("%.1f", error.getAsDouble()))
                        : "Nothing was seen by which to tell how well the past is reproduced";
        return reproduction.isTrusted()
                ? off
                : "%s: NOT TO BE TRUSTED, at most %s are"
                        .formatted(off, percent("%.0f", Reproduction.MOST_ERROR));
    }

    private static String reproduction(Reproduction reproduction) {
        TextTable table = new TextTable("reproduction", "model", "seen", "error", "windows");
        for (AspectError each : reproduction.aspects()) {
            table.row(
                    each.aspect().label(),
                    shown(each.aspect(), each.modelled()),
                    shown(each.aspect(), each.seen()),
                    percent("%.1f", each.error()),
                    String.valueOf(each.windows()));
        }
        return table.toString();
    }

    private static String shown(Aspect aspect, double value) {
        return switch (aspect) {
            case BUSY_SHARE, VIOLATIONS -> percent("%.2f", value);
            case MEAN_LATENCY, TAIL_LATENCY -> number("%.0f ms", value * 1000);
        };
    }

    private static String runs(Scorecard card) {
        TextTable table =
                new TextTable(
                        card.workload(),
                        "violated",
                        "slow",
                        "p99 ms",
                        "hours",
                        "cost",
                        "saved",
                        "regret100",
                        "changes");
        row(table, card.recorded(), "-");
        for (BacktestRun run : card.policies()) {
            row(table, run, saved(card.recorded(), run));
        }
        return table.toString();
    }

    private static void row(TextTable table, BacktestRun run, String saved) {
        Map<String, Number> scores = run.scores().byName();
        table.row(
                BacktestTable.label(run),
                BacktestTable.percent(scores, "sloViolationRatio"),
                BacktestTable.percent(scores, "slowRequestRatio"),
                BacktestTable.number(scores, "latencyP99Ms", "%.0f"),
                BacktestTable.number(scores, "replicaHours", "%.1f"),
                BacktestTable.number(scores, "cost", "%.2f"),
                saved,
                BacktestTable.regret(run, 100),
                BacktestTable.number(scores, "adaptations", "%.0f"));
    }

    private static String saved(BacktestRun recorded, BacktestRun run) {
        OptionalDouble before = recorded.scores().usage().cost();
        OptionalDouble after = run.scores().usage().cost();
        return before.isPresent() && after.isPresent()
                ? number("%.2f", before.getAsDouble() - after.getAsDouble())
                : "-";
    }

    private static String percent(String form, double share) {
        return number(form, share * 100) + "%";
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
