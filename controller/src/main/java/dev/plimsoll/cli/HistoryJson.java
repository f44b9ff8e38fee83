// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.sim.history.AspectError;
import dev.plimsoll.sim.history.LearnedService;
import dev.plimsoll.sim.history.LearnedStart;
import dev.plimsoll.sim.history.Origin;
import dev.plimsoll.sim.history.Reproduction;
import dev.plimsoll.sim.history.Scorecard;
import java.util.Locale;

/** A scorecard as {@code plimsoll.dev/history/v1}; see docs/schemas.md. */
final class HistoryJson {
    private HistoryJson() {}

    static String render(Scorecard card) {
        ObjectNode root = Json.object("plimsoll.dev/history/v1");
        root.put("seed", card.settings().replay().seed());
        new TraceSettings(card.settings()).byName().forEach(root.putObject("settings")::put);
        root.put("judgedFrom", card.judgedFrom().toString());
        root.put("judgedSeconds", card.judgedSeconds());
        service(root.putObject("service"), card);
        start(root.putObject("start"), card.start());
        reproduction(root.putObject("reproduction"), card.reproduction());
        RunJson.fill(root.putObject("recorded"), card.recorded());
        var runs = root.putArray("runs");
        card.policies().forEach(run -> RunJson.fill(runs.addObject(), run));
        return Json.text(root);
    }

    private static void service(ObjectNode node, Scorecard card) {
        LearnedService.Known known = card.service();
        node.put("demandPerReplica", card.settings().service().demandPerReplica());
        node.put("serviceSeconds", known.station().serviceSeconds());
        node.put("rate", origin(known.rate()));
        node.put("concurrency", known.station().concurrency());
        node.put("slots", origin(known.slots()));
    }

    private static void start(ObjectNode node, LearnedStart start) {
        node.put("medianSeconds", start.startUp().medianSeconds());
        node.put("origin", origin(start.origin()));
        node.put("starts", start.starts());
        node.put("why", start.why());
    }

    private static void reproduction(ObjectNode node, Reproduction reproduction) {
        reproduction.error().ifPresent(error -> node.put("error", error));
        node.put("trusted", reproduction.isTrusted());
        var aspects = node.putArray("aspects");
        reproduction.aspects().forEach(each -> aspect(aspects.addObject(), each));
        reproduction.doubts().forEach(node.putArray("doubts")::add);
    }

    private static void aspect(ObjectNode node, AspectError each) {
        node.put("aspect", each.aspect().label());
        node.put("error", each.error());
        node.put("modelled", each.modelled());
        node.put("seen", each.seen());
        node.put("windows", each.windows());
        each.worst()
                .ifPresent(worst ->
                        node.putObject("worstHour")
                                .put("start", worst.start().toString())
                                .put("error", worst.error())
                                .put("modelled", worst.modelled())
                                .put("seen", worst.seen()));
    }

    private static String origin(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }
}
