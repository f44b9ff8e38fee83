// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How workloads stand, for people. */
final class GetReport {
    private GetReport() {}

    static String all(ObjectNode answer, ObjectNode status) {
        TextTable table =
                new TextTable(
                                "workload",
                                "mode",
                                "ready",
                                "asked for",
                                "wanted",
                                "decided",
                                "state")
                        .left("mode", "state");
        for (JsonNode each : answer.path("workloads")) {
            table.row(
                    ControllerClient.id(each).toString(),
                    each.path("mode").asText(),
                    each.path("ready").asText("-"),
                    each.path("desired").asText("-"),
                    each.path("wanted").path("replicas").asText("-"),
                    age(each, answer),
                    state(each) + change(each));
        }
        return table + "\n" + controller(status) + conditions(answer);
    }

    static String one(ObjectNode answer) {
        Sections sections =
                new Sections(ControllerClient.id(answer).toString())
                        .add(
                                "decides",
                                List.of(
                                        "%s, %s"
                                                .formatted(
                                                        answer.path("policy").asText(),
                                                        answer.path("mode").asText())));
        if (answer.has("at")) {
            sections.add("replicas", List.of(replicas(answer)))
                    .add(
                            "decided",
                            List.of(
                                    "%s, %s"
                                            .formatted(
                                                    answer.path("at").asText(),
                                                    age(answer, answer))));
        }
        sections.add("state", List.of(state(answer)));
        if (answer.has("awaiting")) {
            sections.add("waits", List.of(waiting(answer.path("awaiting"))));
        }
        if (answer.has("scorecard")) {
            sections.add("scorecard", List.of(answer.path("scorecard").asText(), judged(answer)));
        }
        if (answer.has("promotion")) {
            sections.add("promotion", PromotionLines.of(answer.path("promotion")));
        }
        return sections.toString();
    }

    /** What a person is asked, and how to answer. */
    static String waiting(JsonNode awaiting) {
        return "%d → %d since %s: approve or reject it, --change %s"
                .formatted(
                        awaiting.path("from").asInt(),
                        awaiting.path("to").asInt(),
                        awaiting.path("since").asText(),
                        awaiting.path("id").asText());
    }

    private static String judged(ObjectNode answer) {
        return "judged at " + answer.path("scorecardFigures").path("judgedAt").asText();
    }

    private static String replicas(ObjectNode answer) {
        return "%d asked for, %d ready, %d wanted"
                .formatted(
                        answer.path("desired").asInt(),
                        answer.path("ready").asInt(),
                        answer.path("wanted").path("replicas").asInt());
    }

    private static String change(JsonNode workload) {
        return workload.has("awaiting")
                ? ", change " + workload.path("awaiting").path("id").asText()
                : "";
    }

    private static String state(JsonNode workload) {
        JsonNode paused = workload.path("paused");
        if (!paused.isMissingNode()) {
            return "paused by %s since %s: %s"
                    .formatted(
                            paused.path("who").asText(),
                            paused.path("since").asText(),
                            paused.path("why").asText());
        }
        return workload.path("sentence").asText("not decided on yet");
    }

    /** By the controller's clock; where it has none, when it was. */
    private static String age(JsonNode workload, JsonNode answer) {
        if (!workload.has("at")) {
            return "-";
        }
        Instant at = Instant.parse(workload.path("at").asText());
        return answer.has("now")
                ? Duration.between(at, Instant.parse(answer.path("now").asText())).toSeconds()
                        + " s ago"
                : at.toString();
    }

    private static String controller(ObjectNode status) {
        return "Controller %s %s since %s: platform %s, store %s, %s.%s%n"
                .formatted(
                        status.path("name").asText(),
                        status.path("version").asText(),
                        status.path("since").asText(),
                        status.path("platform").asText(),
                        status.path("store").asText(),
                        cycles(status.path("cycles")),
                        clock(status));
    }

    private static String cycles(JsonNode cycles) {
        int count = cycles.path("count").asInt();
        return count == 0
                ? "no cycle yet"
                : String.format(
                        Locale.ROOT,
                        "%d cycles of %.0f ms, the longest %.0f ms",
                        count,
                        cycles.path("meanSeconds").asDouble() * 1000,
                        cycles.path("longestSeconds").asDouble() * 1000);
    }

    private static String clock(ObjectNode status) {
        if (!status.has("now")) {
            return "";
        }
        int speed = status.path("speed").asInt();
        return " Its clock shows %s%s."
                .formatted(
                        status.path("now").asText(),
                        speed == 1 ? "" : ", %d times as fast as life".formatted(speed));
    }

    private static String conditions(ObjectNode answer) {
        StringBuilder text = new StringBuilder();
        for (JsonNode condition : answer.path("conditions")) {
            text.append(
                    "%s since %s: %s%n"
                            .formatted(
                                    condition.path("kind").asText(),
                                    condition.path("since").asText(),
                                    condition.path("sentence").asText()));
        }
        return text.toString();
    }
}
