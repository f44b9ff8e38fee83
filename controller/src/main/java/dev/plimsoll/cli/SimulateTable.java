// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.StateKind;
import dev.plimsoll.sim.backtest.BacktestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How policies did in a scenario, as a table for people. */
final class SimulateTable {
    private SimulateTable() {}

    /** A column: its title, the score that it shows, and what that is. */
    private record Column(String title, String score, String legend) {}

    private static final Column BLIND =
            new Column(
                    "blind", "scaleInsWithoutEvidence", "scale-ins on readings that were not true");
    private static final Column REVERTED =
            new Column("reverted", "takeBacks", "actions taken back because they did harm");
    private static final Column ALARMS =
            new Column("alarms", "alarms", "times at which the guard called for a person");
    private static final Column LOST =
            new Column("lost", "sessionsLost", "sessions that ended because their replica did");
    private static final Column NO_QUORUM =
            new Column("no quorum", "quorumLostSeconds", "seconds without a majority of replicas");

    static String render(ScenarioSettings settings, List<BacktestRun> runs) {
        List<Column> columns = columns(settings.scenario().workload().protection().state());
        StringBuilder text = new StringBuilder();
        text.append(sentences(settings.scenario().description()));
        text.append(table(settings.scenario().name(), columns, runs)).append('\n');
        text.append(BacktestTable.LEGEND);
        columns.forEach(column -> text.append(column.title() + ": " + column.legend() + ".\n"));
        return text.append("Settings: " + String.join(", ", settings.shown())).toString();
    }

    /** Each on a line of its own, and an empty one below. */
    private static String sentences(String description) {
        return description.isEmpty() ? "" : description.replaceAll("(?<=[.!?])\\s+", "\n") + "\n\n";
    }

    private static String table(String name, List<Column> columns, List<BacktestRun> runs) {
        List<String> header =
                new ArrayList<>(
                        List.of(
                                name,
                                "violated",
                                "slow",
                                "p99 ms",
                                "hours",
                                "regret100",
                                "changes"));
        columns.forEach(column -> header.add(column.title()));
        TextTable table = new TextTable(header.toArray(String[]::new));
        for (BacktestRun run : runs) {
            table.row(cells(run, columns).toArray(String[]::new));
        }
        return table.toString();
    }

    private static List<String> cells(BacktestRun run, List<Column> columns) {
        Map<String, Number> scores = run.scores().byName();
        List<String> cells = new ArrayList<>();
        cells.add(BacktestTable.label(run));
        cells.add(BacktestTable.percent(scores, "sloViolationRatio"));
        cells.add(BacktestTable.percent(scores, "slowRequestRatio"));
        cells.add(BacktestTable.number(scores, "latencyP99Ms", "%.0f"));
        cells.add(BacktestTable.number(scores, "replicaHours", "%.1f"));
        cells.add(BacktestTable.regret(run, 100));
        cells.add(BacktestTable.number(scores, "adaptations", "%.0f"));
        columns.forEach(column -> cells.add(BacktestTable.number(scores, column.score(), "%.0f")));
        return cells;
    }

    private static List<Column> columns(StateKind state) {
        List<Column> columns = new ArrayList<>(List.of(BLIND, REVERTED, ALARMS));
        switch (state) {
            case StateKind.Sessions _ -> columns.add(LOST);
            case StateKind.Ordered _ -> columns.add(NO_QUORUM);
            case StateKind.Stateless _ -> {} // can lose nothing
        }
        return columns;
    }
}
