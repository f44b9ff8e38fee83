// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.control.Explanation;
import dev.plimsoll.server.DecisionJson;
import dev.plimsoll.sim.backtest.Explained;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One decision, explained: in sentences, or as {@code plimsoll.dev/explain/v1}. */
final class ExplainReport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ExplainReport() {}

    static String sentences(Explained explained) {
        Explanation why = explained.explanation();
        return new Sections(TIME.format(explained.decision().at()))
                .add("seen", why.evidence())
                .add("wanted", List.of(why.wanted()))
                .add("proposed", List.of(why.proposed()))
                .add("not chosen", why.lost())
                .add("rules", why.rules())
                .add("verdict", List.of(why.verdict()))
                .add("what came of it", explained.aftermath().sentences())
                .toString();
    }

    /** The same of a running controller's answer. */
    static String sentences(ObjectNode answer) {
        JsonNode sections = answer.path("sections");
        return new Sections(time(answer))
                .add("seen", texts(sections.path("seen")))
                .add("wanted", texts(sections.path("wanted")))
                .add("proposed", texts(sections.path("proposed")))
                .add("not chosen", texts(sections.path("notChosen")))
                .add("rules", texts(sections.path("rules")))
                .add("verdict", texts(sections.path("verdict")))
                .add("what came of it", outcome(answer.path("outcome")))
                .toString();
    }

    private static String time(ObjectNode answer) {
        String at = answer.path("at").asText();
        String until = answer.path("until").asText();
        return "%s at %s%s"
                .formatted(
                        ControllerClient.id(answer),
                        at,
                        until.equals(at) ? "" : ", and the same until " + until);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> outcome(JsonNode outcome) {
        return outcome.isMissingNode()
                ? List.of()
                : List.of(
                        "%s, at %s"
                                .formatted(
                                        outcome.path("sentence").asText(),
                                        outcome.path("outcomeAt").asText()));
    }

    static String json(Explained explained) {
        ObjectNode root = Json.object("plimsoll.dev/explain/v1");
        DecisionJson.fill(root, explained.decision(), explained.explanation());
        outcome(root.putObject("outcome"), explained);
        return Json.text(root);
    }

    private static void outcome(ObjectNode node, Explained explained) {
        var aftermath = explained.aftermath();
        aftermath.readyAfter().ifPresent(time -> node.put("readyAfterSeconds", time.toSeconds()));
        node.put("tailLatencyBeforeMs", aftermath.tailBefore() * 1000);
        node.put("tailLatencyAfterMs", aftermath.tailAfter() * 1000);
        node.put("violatedSeconds", aftermath.violated().toSeconds());
    }
}
