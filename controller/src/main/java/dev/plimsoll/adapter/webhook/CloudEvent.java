// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.control.Event;
import dev.plimsoll.control.EventDetail.Decision;
import dev.plimsoll.control.EventDetail.Miss;
import dev.plimsoll.control.EventDetail.Move;
import dev.plimsoll.control.EventDetail.None;
import dev.plimsoll.control.EventDetail.Order;
import dev.plimsoll.control.EventDetail.Trouble;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.model.Instruction;

/**
 * An event in the JSON format of CloudEvents 1.0 (section 3, structured mode), with {@code
 * plimsoll.dev/event/v1} as its data.
 */
final class CloudEvent {
    static final String CONTENT_TYPE = "application/cloudevents+json";
    private static final String SCHEMA = "plimsoll.dev/event/v1";

    private CloudEvent() {}

    static String json(Event event, String controller) {
        ObjectNode node = object();
        node.put("specversion", "1.0");
        node.put("id", event.id());
        node.put("source", "/plimsoll/" + controller);
        node.put("type", "dev.plimsoll." + event.kind().label());
        event.workload().ifPresent(workload -> node.put("subject", workload.toString()));
        node.put("time", event.at().toString());
        node.put("datacontenttype", "application/json");
        node.set("data", data(event, controller));
        return node.toString();
    }

    private static ObjectNode data(Event event, String controller) {
        ObjectNode data = object();
        data.put("schema", SCHEMA);
        data.put("controller", controller);
        data.put("sentence", event.sentence());
        switch (event.detail()) {
            case None _ -> {}
            case Decision decision -> {
                ObjectNode change = change(decision.move());
                if (event.kind() == Event.Kind.APPROVAL_AWAITED) {
                    change.put("id", decision.move().id().toString());
                }
                data.set("change", change);
                data.set("decision", decision(decision));
            }
            case Miss(var move, var cause) -> {
                data.set("change", change(move));
                cause.ifPresent(name -> data.put("cause", name));
            }
            case Order(var instruction) -> data.set("instruction", instruction(instruction));
            case Trouble trouble -> data.set("condition", condition(trouble));
        }
        return data;
    }

    private static ObjectNode change(Move move) {
        return object().put("decided", move.decided().toString())
                .put("from", move.from())
                .put("to", move.to());
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode node = object();
        node.put("policy", decision.policy());
        node.put("reason", decision.reason().name());
        var rules = node.putArray("rules");
        decision.rules().stream().map(Rule::name).forEach(rules::add);
        decision.leave().ifPresent(leave -> node.set("leave", instruction(leave)));
        return node;
    }

    private static ObjectNode instruction(Instruction instruction) {
        ObjectNode node = object();
        node.put("verb", instruction.label());
        node.put("who", instruction.who());
        node.put("why", instruction.why());
        if (instruction instanceof Instruction.Answer answer) {
            node.put("from", answer.from());
            node.put("to", answer.to());
            node.put("until", answer.expiry().toString());
        }
        return node;
    }

    private static ObjectNode condition(Trouble trouble) {
        return object().put("kind", trouble.condition())
                .put("about", trouble.about())
                .put("since", trouble.since().toString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
