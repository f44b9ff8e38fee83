// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The past of a workload, or of all, for people. */
final class HistoryTable {
    private HistoryTable() {}

    /**
     * Of an answer.
     *
     * @param timed whether it was asked from a time on
     */
    static String of(ObjectNode answer, boolean timed) {
        if (answer.path("entries").isEmpty()) {
            return timed
                    ? "Nothing in that time; a longer --since shows more."
                    : "The journal holds nothing yet.";
        }
        List<HistoryRow> rows = rows(answer);
        return answer.has("name") ? ofOne(rows) : ofAll(rows);
    }

    /** An entry that looks the same as the one before of its workload has no row of its own. */
    private static List<HistoryRow> rows(ObjectNode answer) {
        List<HistoryRow> rows = new ArrayList<>();
        Map<String, HistoryRow> newest = new TreeMap<>();
        for (JsonNode entry : answer.path("entries")) {
            HistoryRow row = new HistoryRow(entry);
            HistoryRow earlier = newest.get(row.workload());
            if (earlier == null || !earlier.absorbs(row)) {
                rows.add(row);
                newest.put(row.workload(), row);
            }
        }
        return rows;
    }

    private static String ofOne(List<HistoryRow> rows) {
        TextTable table =
                new TextTable("at", "until", "what", "replicas", "why")
                        .left("until", "what", "replicas", "why");
        for (HistoryRow row : rows) {
            table.row(row.at(), row.until(), row.what(), row.replicas(), row.why());
        }
        return table.toString();
    }

    private static String ofAll(List<HistoryRow> rows) {
        TextTable table =
                new TextTable("at", "until", "workload", "what", "replicas", "why")
                        .left("until", "workload", "what", "replicas", "why");
        for (HistoryRow row : rows) {
            table.row(row.at(), row.until(), row.workload(), row.what(), row.replicas(), row.why());
        }
        return table.toString();
    }
}
