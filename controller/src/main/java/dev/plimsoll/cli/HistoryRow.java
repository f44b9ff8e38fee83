// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * An entry of a journal as a person reads it, and those after it that look the same but for how far
 * they would have gone. Not thread-safe.
 */
final class HistoryRow {
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    private final JsonNode entry;
    private String until;
    private String why;
    private int times = 1;
    private int fewest;
    private int most;

    HistoryRow(JsonNode entry) {
        this.entry = entry;
        this.until = entry.path("until").asText(at());
        this.why = reason(entry);
        this.fewest = entry.path("proposed").asInt();
        this.most = fewest;
    }

    /** Takes a later entry in if it looks the same; whether it did. */
    boolean absorbs(HistoryRow later) {
        boolean same =
                kind().equals(later.kind())
                        && moved().equals(later.moved())
                        && direction() == later.direction()
                        && wording().equals(later.wording());
        if (same) {
            until = later.until;
            why = later.why;
            times += later.times;
            fewest = Math.min(fewest, later.fewest);
            most = Math.max(most, later.most);
        }
        return same;
    }

    /** Of a decision, its reason but for the numbers in it; what people say counts as it is. */
    private String wording() {
        boolean isDecision = entry.path("kind").asText().equals("decision");
        return isDecision ? NUMBER.matcher(why).replaceAll("") : why;
    }

    private int direction() {
        return Integer.compare(entry.path("proposed").asInt(), entry.path("current").asInt());
    }

    String at() {
        return entry.path("at").asText();
    }

    /** Empty where it was only then. */
    String until() {
        return until.equals(at()) ? "" : until;
    }

    String workload() {
        return entry.path("namespace").asText() + "/" + entry.path("name").asText();
    }

    String what() {
        return times == 1 ? kind() : "%s, %d times".formatted(kind(), times);
    }

    private String kind() {
        return switch (entry.path("kind").asText()) {
            case "decision" -> entry.has("heldAt") ? "held" : entry.path("verdict").asText();
            case "action" -> entry.path("outcome").asText();
            default -> entry.path("verb").asText() + " by " + entry.path("who").asText();
        };
    }

    String replicas() {
        if (entry.has("to") || direction() == 0) {
            return moved();
        }
        return fewest == most
                ? "%s (%d)".formatted(moved(), most)
                : "%s (%d to %d)".formatted(moved(), fewest, most);
    }

    /** From where to where; where nothing was done, where it stayed. */
    private String moved() {
        return entry.has("to")
                ? entry.path("from").asText() + " → " + entry.path("to").asText()
                : entry.path("current").asText("");
    }

    /** Of several that look the same, why the last of them was so. */
    String why() {
        return why;
    }

    private static String reason(JsonNode entry) {
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
