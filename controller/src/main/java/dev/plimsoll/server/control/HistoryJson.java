// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.control.Explanation;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import dev.plimsoll.server.DecisionJson;
import dev.plimsoll.server.ServerJson;
import java.util.List;
import java.util.Optional;

/** The past as JSON. */
final class HistoryJson {
    private HistoryJson() {}

    static ObjectNode history(ControllerState state, WorkloadState of, List<Kept> entries) {
        ObjectNode root = ServerJson.object("control-history");
        ControlJson.now(root, state);
        ControlJson.named(root, of.id());
        ArrayNode array = root.putArray("entries");
        entries.forEach(kept -> entry(array.addObject(), kept));
        return root;
    }

    /** Of all workloads; each entry says of which it is. */
    static ObjectNode journal(ControllerState state, List<Kept> entries) {
        ObjectNode root = ServerJson.object("control-journal");
        ControlJson.now(root, state);
        ArrayNode array = root.putArray("entries");
        for (Kept kept : entries) {
            entry(ControlJson.named(array.addObject(), kept.entry().workload()), kept);
        }
        return root;
    }

    /**
     * A decision with its reasons.
     *
     * @param outcome of the action that it let pass, where it is known
     */
    static ObjectNode explanation(
            ControllerState state, WorkloadState of, Decided decided, Optional<Outcome> outcome) {
        ObjectNode root = ServerJson.object("control-explanation");
        ControlJson.now(root, state);
        ControlJson.named(root, of.id()).put("until", decided.until().toString());
        Explanation why = Explanation.of(decided.record());
        DecisionJson.fill(root, decided.record(), why);
        outcome.ifPresent(known -> outcome(root.putObject("outcome"), known));
        sections(root.putObject("sections"), why);
        return root;
    }

    private static void sections(ObjectNode node, Explanation why) {
        section(node, "seen", why.evidence());
        section(node, "wanted", List.of(why.wanted()));
        section(node, "proposed", List.of(why.proposed()));
        section(node, "notChosen", why.lost());
        section(node, "rules", why.rules());
        section(node, "verdict", List.of(why.verdict()));
    }

    private static void section(ObjectNode node, String name, List<String> sentences) {
        ArrayNode array = node.putArray(name);
        sentences.forEach(array::add);
    }

    private static void entry(ObjectNode node, Kept kept) {
        node.put("at", kept.entry().at().toString());
        switch (kept.entry()) {
            case Decided decided -> decision(node, decided);
            case Acted(var of, Outcome outcome) -> {
                node.put("kind", "action").put("decided", of.toString());
                move(node, outcome.action());
                outcome(node, outcome);
            }
            case Instructed instructed ->
                    ControlJson.instruction(
                            node.put("kind", "instruction"), instructed.instruction());
            case Observed _ ->
                    throw new IllegalArgumentException("what was seen is not asked for here");
        }
    }

    private static void decision(ObjectNode node, Decided decided) {
        var record = decided.record();
        node.put("kind", "decision").put("until", decided.until().toString());
        node.put("current", record.proposal().current());
        node.put("wanted", record.want().replicas()).put("proposed", record.proposal().target());
        record.verdict().passed().ifPresent(action -> move(node, action));
        node.put("purpose", record.proposal().purpose().name());
        node.put("reason", record.proposal().reason().name());
        node.put("because", record.proposal().reason().sentence());
        List<Clamp> clamps = record.verdict().clamps();
        if (!clamps.isEmpty()) {
            node.put("bound", clamps.getLast().rule().sentence());
        }
        node.put("verdict", DecisionJson.verdict(record.verdict()));
        if (record.verdict() instanceof Verdict.Rejected rejected) {
            rejected.held().ifPresent(limit -> node.put("heldAt", limit.after()));
        }
        node.put("sentence", Explanation.of(record).verdict());
    }

    private static void move(ObjectNode node, Action action) {
        switch (action) {
            case Action.Scale scale -> node.put("from", scale.from()).put("to", scale.to());
        }
    }

    private static void outcome(ObjectNode node, Outcome outcome) {
        node.put("outcome", OutcomeText.name(outcome));
        node.put("outcomeAt", outcome.at().toString());
        node.put("sentence", OutcomeText.sentence(outcome));
    }
}
