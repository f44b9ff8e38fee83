// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.server.control.ScorecardState.Figures;
import dev.plimsoll.server.control.ScorecardState.Run;

/** What a policy would have brought, and how far it is from being let act, as JSON. */
final class ProbationJson {
    private ProbationJson() {}

    static void scorecard(ObjectNode node, ScorecardState card) {
        node.put("scorecard", card.sentence());
        ObjectNode figures = node.putObject("scorecardFigures");
        figures.put("judgedAt", card.at().toString());
        card.figures().ifPresent(known -> figures(figures, known));
    }

    private static void figures(ObjectNode node, Figures figures) {
        node.put("judgedSeconds", figures.judgedSeconds());
        run(node.putObject("policy"), figures.policy());
        run(node.putObject("recorded"), figures.recorded());
        figures.error().ifPresent(error -> node.put("reproductionErrorShare", error));
        ArrayNode doubts = node.putArray("doubts");
        figures.doubts().forEach(doubts::add);
    }

    private static void run(ObjectNode node, Run run) {
        run.violations().ifPresent(share -> node.put("violationsShare", share));
        run.replicaHours().ifPresent(hours -> node.put("replicaHours", hours));
    }

    static void promotion(ObjectNode node, PromotionState promotion) {
        node.put("promoted", promotion.promoted());
        promotion.earliest().ifPresent(at -> node.put("earliest", at.toString()));
        ArrayNode bounds = node.putArray("bounds");
        promotion.bounds().forEach(bound -> bound(bounds.addObject(), bound));
    }

    private static void bound(ObjectNode node, Bound bound) {
        String unit = bound.figure().unit();
        node.put("bound", bound.figure().label());
        bound.required().ifPresent(value -> node.put("required" + unit, value));
        bound.measured().ifPresent(value -> node.put("measured" + unit, value));
        node.put("met", bound.met());
    }
}
