// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.fleet.AppliedOrder;
import dev.plimsoll.sim.fleet.ScaleOrder;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders as lines of JSON; see docs/fleet.md. Each says whose it is, so that a ledger is not taken
 * for that of another fleet.
 *
 * @param scenario the fleet's name
 * @param seed of what is drawn at random in it
 * @param copies of the scenario's service
 */
record LedgerLine(String scenario, long seed, int copies) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    String write(AppliedOrder applied) {
        ScaleOrder order = applied.order();
        ObjectNode line = MAPPER.createObjectNode();
        line.put("actionId", order.actionId());
        line.put("workload", order.workload().toString());
        line.put("from", applied.from()).put("to", order.to());
        order.victims().forEach(line.putArray("victims")::add);
        line.put("version", order.version()).put("versionAfter", applied.version());
        line.put("epoch", order.epoch()).put("at", applied.at().toString());
        line.put("scenario", scenario).put("seed", seed);
        if (copies > 1) {
            line.put("copies", copies);
        }
        return line + "\n";
    }

    /**
     * Reads a line back.
     *
     * @param place file and line, to be named in a problem
     */
    AppliedOrder read(String text, String place) {
        JsonNode line = parse(text, place);
        requireOurs(line, place);
        try {
            return applied(line);
        } catch (IllegalArgumentException | DateTimeParseException | IndexOutOfBoundsException e) {
            throw damaged(text, place);
        }
    }

    private void requireOurs(JsonNode line, String place) {
        if (!line.path("scenario").asText().equals(scenario)
                || line.path("seed").asLong() != seed) {
            throw new InvalidInputException(
                    place,
                    "scenario and seed",
                    "%s and %s"
                            .formatted(
                                    line.path("scenario").asText("none"),
                                    line.path("seed").asText("none")),
                    "this fleet plays %s with seed %d; name another ledger"
                            .formatted(scenario, seed));
        }
        int found = line.path("copies").asInt(1);
        if (found != copies) {
            throw new InvalidInputException(
                    place,
                    "copies",
                    String.valueOf(found),
                    "this fleet has %d; name another ledger, or give --copies %d"
                            .formatted(copies, found));
        }
    }

    private static AppliedOrder applied(JsonNode line) {
        String[] name = line.path("workload").asText().split("/", 2);
        List<String> victims = new ArrayList<>();
        line.path("victims").forEach(victim -> victims.add(victim.asText()));
        ScaleOrder order =
                new ScaleOrder(
                        line.path("actionId").asText(),
                        line.path("epoch").asLong(),
                        new WorkloadId(name[0], name[1]),
                        line.path("version").asLong(),
                        line.path("to").asInt(),
                        victims);
        return new AppliedOrder(
                order,
                line.path("from").asInt(),
                line.path("versionAfter").asLong(),
                Instant.parse(line.path("at").asText()));
    }

    private static JsonNode parse(String text, String place) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw damaged(text, place);
        }
    }

    private static InvalidInputException damaged(String text, String place) {
        return new InvalidInputException(
                place, "line", text, "is no line of a ledger; name another file");
    }
}
