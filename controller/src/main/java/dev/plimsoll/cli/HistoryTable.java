// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
        return answer.has("name") ? ofOne(answer) : ofAll(answer);
    }

    private static String ofOne(ObjectNode answer) {
        TextTable table =
                new TextTable("at", "until", "what", "replicas", "why")
                        .left("until", "what", "replicas", "why");
        for (JsonNode entry : answer.path("entries")) {
            table.row(at(entry), until(entry), what(entry), replicas(entry), why(entry));
        }
        return table.toString();
    }

    private static String ofAll(ObjectNode answer) {
        TextTable table =
                new TextTable("at", "until", "workload", "what", "replicas", "why")
                        .left("until", "workload", "what", "replicas", "why");
        for (JsonNode entry : answer.path("entries")) {
            String workload = ControllerClient.id(entry).toString();
            table.row(at(entry), until(entry), workload, what(entry), replicas(entry), why(entry));
        }
        return table.toString();
    }

    private static String at(JsonNode entry) {
        return entry.path("at").asText();
    }

    private static String until(JsonNode entry) {
        String until = entry.path("until").asText("");
        return until.equals(entry.path("at").asText()) ? "" : until;
    }

    private static String what(JsonNode entry) {
        return switch (entry.path("kind").asText()) {
            case "decision" -> entry.has("heldAt") ? "held" : entry.path("verdict").asText();
            case "action" -> entry.path("outcome").asText();
            default -> entry.path("verb").asText() + " by " + entry.path("who").asText();
        };
    }

    private static String replicas(JsonNode entry) {
        if (entry.has("to")) {
            return entry.path("from").asText() + " → " + entry.path("to").asText();
        }
        String current = entry.path("current").asText("");
        String proposed = entry.path("proposed").asText("");
        return current.equals(proposed) ? current : "%s (%s)".formatted(current, proposed);
    }

    private static String why(JsonNode entry) {
        return switch (entry.path("kind").asText()) {
            case "decision" -> decided(entry);
            case "action" -> entry.path("sentence").asText();
            default -> entry.path("why").asText();
        };
    }

    /** Of a verdict that a rule explains, the rule tells more than the verdict. */
    private static String decided(JsonNode entry) {
        String because = entry.path("because").asText();
        boolean isWithheld = entry.path("verdict").asText().matches("withheld|awaitingApproval");
        String more = entry.path(isWithheld || entry.has("heldAt") ? "sentence" : "bound").asText();
        return more.isEmpty() ? because : because + "; " + more;
    }
}
