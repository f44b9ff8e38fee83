// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.control.Explanation;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.DecisionJson;
import dev.plimsoll.server.ServerJson;
import dev.plimsoll.server.control.ControllerState.Condition;

/** What a controller says, as JSON; see docs/run.md. What is absent is not there. */
final class ControlJson {
    private ControlJson() {}

    static ObjectNode status(ControllerState state) {
        ObjectNode root = ServerJson.object("control-status");
        var identity = state.identity();
        root.put("name", identity.name()).put("version", identity.version());
        root.put("since", identity.since().toString());
        root.put("platform", identity.platform()).put("store", identity.store());
        now(root, state);
        var turns = state.turns();
        ObjectNode cycles = root.putObject("cycles").put("count", turns.cycles());
        if (turns.cycles() > 0) {
            cycles.put("meanSeconds", turns.total().toNanos() / 1e9 / turns.cycles());
            cycles.put("longestSeconds", turns.longest().toNanos() / 1e9);
        }
        root.put("ticks", turns.ticks());
        root.put("workloads", state.workloads().size());
        conditions(root, state);
        return root;
    }

    static ObjectNode workloads(ControllerState state) {
        ObjectNode root = ServerJson.object("control-workloads");
        now(root, state);
        ArrayNode workloads = root.putArray("workloads");
        state.workloads().values().forEach(each -> workload(workloads.addObject(), each));
        conditions(root, state);
        return root;
    }

    static ObjectNode workload(ControllerState state, WorkloadState shown) {
        ObjectNode root = ServerJson.object("control-workload");
        now(root, state);
        workload(root, shown);
        return root;
    }

    static ObjectNode plan(ControllerState state) {
        ObjectNode root = ServerJson.object("control-plan");
        now(root, state);
        ArrayNode workloads = root.putArray("workloads");
        for (WorkloadState each : state.workloads().values()) {
            ObjectNode node = named(workloads.addObject(), each.id());
            each.decision().ifPresent(decision -> planned(node, decision));
            waiting(node, each);
        }
        return root;
    }

    private static void planned(ObjectNode node, DecisionRecord decision) {
        node.put("at", decision.at().toString()).put("current", decision.proposal().current());
        DecisionJson.plan(node, decision);
        Explanation why = Explanation.of(decision);
        ArrayNode sentences = node.putArray("sentences").add(why.wanted()).add(why.proposed());
        why.lost().forEach(sentences::add);
        why.rules().forEach(sentences::add);
        sentences.add(why.verdict());
    }

    static ObjectNode heard(Order order, Answer.Heard heard) {
        ObjectNode root = ServerJson.object("control-answer");
        root.put("at", heard.at().toString());
        named(root, order.workload());
        return instruction(root, heard.instruction());
    }

    static ObjectNode instruction(ObjectNode node, Instruction instruction) {
        node.put("verb", instruction.label());
        node.put("who", instruction.who()).put("why", instruction.why());
        if (instruction instanceof Instruction.Answer answer) {
            node.put("from", answer.from()).put("to", answer.to());
            node.put("expiry", answer.expiry().toString());
        }
        return node;
    }

    static ObjectNode named(ObjectNode node, WorkloadId id) {
        return node.put("namespace", id.namespace()).put("name", id.name());
    }

    static void now(ObjectNode root, ControllerState state) {
        state.time()
                .ifPresent(time -> {
                    root.put("now", time.now().toString()).put("speed", time.speed());
                    root.put("clockShiftSeconds", time.shift().toMillis() / 1000.0);
                });
    }

    private static void workload(ObjectNode node, WorkloadState state) {
        named(node, state.id()).put("policy", state.policy()).put("mode", state.mode().label());
        state.decision().ifPresent(decision -> decided(node, decision));
        waiting(node, state);
    }

    private static void decided(ObjectNode node, DecisionRecord decision) {
        var inventory = decision.outlook().snapshot().inventory();
        node.put("at", decision.at().toString());
        node.put("desired", inventory.desired()).put("ready", inventory.ready());
        DecisionJson.plan(node, decision);
        node.put("sentence", Explanation.of(decision).verdict());
    }

    private static void waiting(ObjectNode node, WorkloadState state) {
        state.paused()
                .ifPresent(paused ->
                        node.putObject("paused")
                                .put("who", paused.by().who())
                                .put("why", paused.by().why())
                                .put("since", paused.since().toString()));
        state.awaiting()
                .ifPresent(waiting ->
                        node.putObject("awaiting")
                                .put("id", waiting.id().toString())
                                .put("from", waiting.from())
                                .put("to", waiting.to())
                                .put("since", waiting.since().toString()));
        state.scorecard().ifPresent(card -> ProbationJson.scorecard(node, card));
        state.promotion()
                .ifPresent(promotion ->
                        ProbationJson.promotion(node.putObject("promotion"), promotion));
    }

    private static void conditions(ObjectNode root, ControllerState state) {
        ArrayNode conditions = root.putArray("conditions");
        for (Condition condition : state.conditions()) {
            ObjectNode node = conditions.addObject().put("kind", condition.kind());
            if (!condition.subject().isEmpty()) {
                node.put("subject", condition.subject());
            }
            node.put("sentence", condition.sentence()).put("since", condition.since().toString());
        }
    }
}
