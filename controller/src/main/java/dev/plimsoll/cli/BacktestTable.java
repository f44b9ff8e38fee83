// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.BacktestRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The result of a back-test as a table for people. */
final class BacktestTable {
    /** What the columns mean that every comparison has. */
    static final String LEGEND =
            """
            violated: requests that arrived while latency at the SLO's quantile was above its target.
            slow: requests that were slower than the target themselves.
            regret: what perfect foresight would have saved, as a share of its replica-hours, when one
            request in 1,000 violated costs 1 %, 10 % or 100 % of them (kappa 10, 100, 1000).
            """;

    private static final double PERCENT = 100;

    private BacktestTable() {}

    static String render(ReportSettings settings, List<BacktestRun> runs) {
        StringBuilder text = new StringBuilder();
        Map<String, List<BacktestRun>> byTrace =
                runs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        BacktestRun::trace,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byTrace.forEach((trace, rows) -> text.append(trace(trace, rows)).append('\n'));
        if (byTrace.size() > 1) {
            text.append(means(runs)).append('\n');
        }
        text.append(legend(settings));
        return text.toString();
    }

    private static String trace(String name, List<BacktestRun> runs) {
        TextTable table =
                new TextTable(
                        name,
                        "violated",
                        "slow",
                        "mean ms",
                        "p99 ms",
                        "hours",
                        "regret10",
                        "regret100",
                        "regret1000",
                        "changes");
        for (BacktestRun run : runs) {
            Map<String, Number> scores = run.scores().byName();
            table.row(
                    label(run),
                    percent(scores, "sloViolationRatio"),
                    percent(scores, "slowRequestRatio"),
                    number(scores, "latencyMeanMs", "%.0f"),
                    number(scores, "latencyP99Ms", "%.0f"),
                    number(scores, "replicaHours", "%.1f"),
                    regret(run.regrets(), 10),
                    regret(run.regrets(), 100),
                    regret(run.regrets(), 1000),
                    number(scores, "adaptations", "%.0f"));
        }
        return table.toString();
    }

    static String label(BacktestRun run) {
        String knobs = run.tuned() ? " (best here: " + run.used() + ")" : "";
        return run.policy() + knobs;
    }

    private static String means(List<BacktestRun> runs) {
        TextTable table = new TextTable("geometric mean", "regret10", "regret100", "regret1000");
        GeometricMeans.of(runs)
                .forEach((policy, means) ->
                        table.row(
                                policy,
                                regret(means, 10),
                                regret(means, 100),
                                regret(means, 1000)));
        return table.toString();
    }

    private static String legend(ReportSettings settings) {
        return LEGEND + "Settings: " + String.join("  ", settings.shown());
    }

    static String regret(BacktestRun run, int kappa) {
        return regret(run.regrets(), kappa);
    }

    private static String regret(Map<Integer, Double> regrets, int kappa) {
        Double regret = regrets.get(kappa);
        return regret == null ? "-" : format("%.3f", regret);
    }

    static String percent(Map<String, Number> scores, String name) {
        Number score = scores.get(name);
        return score == null ? "-" : format("%.3f%%", score.doubleValue() * PERCENT);
    }

    static String number(Map<String, Number> scores, String name, String form) {
        Number score = scores.get(name);
        return score == null ? "-" : format(form, score.doubleValue());
    }

    private static String format(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
