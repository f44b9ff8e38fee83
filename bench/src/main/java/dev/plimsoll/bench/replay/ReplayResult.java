// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.cli.TextTable;
import java.util.List;

/** What came of it when everything was decided again. */
record ReplayResult(List<Row> rows) {
    /**
     * Of one scenario.
     *
     * @param ends controllers that ended before it did
     * @param records decisions that were decided again
     * @param differences those that came out otherwise
     */
    record Row(String scenario, int workloads, int ends, int records, int differences) {}

    ReplayResult {
        rows = List.copyOf(rows);
    }

    boolean isWell() {
        return differences() == 0;
    }

    String table() {
        TextTable table =
                new TextTable("scenario", "services", "restarts", "decisions", "differences");
        for (Row row : rows) {
            table.row(
                    row.scenario(),
                    String.valueOf(row.workloads()),
                    String.valueOf(row.ends()),
                    String.valueOf(row.records()),
                    String.valueOf(row.differences()));
        }
        table.row(
                "all",
                "",
                String.valueOf(restarts()),
                String.valueOf(records()),
                String.valueOf(differences()));
        return table.toString();
    }

    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", "plimsoll.dev/bench-replay/v1");
        root.put("records", records()).put("differences", differences());
        root.put("restarts", restarts());
        ArrayNode scenarios = root.putArray("scenarios");
        for (Row row : rows) {
            ObjectNode node = scenarios.addObject().put("scenario", row.scenario());
            node.put("services", row.workloads()).put("restarts", row.ends());
            node.put("records", row.records()).put("differences", row.differences());
        }
        return root.toPrettyString();
    }

    private int restarts() {
        return rows.stream().mapToInt(Row::ends).sum();
    }

    private int records() {
        return rows.stream().mapToInt(Row::records).sum();
    }

    private int differences() {
        return rows.stream().mapToInt(Row::differences).sum();
    }
}
