// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.fleet.ScaleOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the body of an order; what cannot be used is refused with the field, value and mend. */
final class ScaleRequest {
    private static final int LONGEST_ID = 200;
    private static final Set<String> FIELDS =
            Set.of("to", "victims", "version", "actionId", "epoch");
    private static final ObjectMapper MAPPER =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final JsonNode body;

    private ScaleRequest(JsonNode body) {
        this.body = body;
    }

    static ScaleOrder read(WorkloadId workload, byte[] bytes) {
        ScaleRequest request = new ScaleRequest(parse(bytes));
        request.requireKnownFields();
        return new ScaleOrder(
                request.actionId(),
                request.whole("epoch", Long.MAX_VALUE),
                workload,
                request.whole("version", Long.MAX_VALUE),
                (int) request.whole("to", Fleet.MOST_REPLICAS),
                request.victims());
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            JsonNode body = MAPPER.readTree(bytes);
            if (body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            // Said below: no matter where it breaks off, it is no object.
        }
        throw new InvalidInputException(
                "the body is no JSON object with the fields to, version, actionId, epoch and,"
                        + " perhaps, victims");
    }

    private void requireKnownFields() {
        Set<String> unknown = new TreeSet<>();
        body.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(
                    "body", "field", String.join(", ", unknown), "is unknown; leave it out");
        }
    }

    private long whole(String field, long most) {
        JsonNode value = body.path(field);
        boolean fits = value.isIntegralNumber() && value.canConvertToLong();
        if (!fits || value.asLong() < 0 || value.asLong() > most) {
            throw refusal(field, value, "give a whole number from 0 to " + most);
        }
        return value.asLong();
    }

    private String actionId() {
        JsonNode value = body.path("actionId");
        boolean fits = value.isTextual() && !value.asText().isBlank();
        if (!fits || value.asText().length() > LONGEST_ID) {
            throw refusal(
                    "actionId", value, "give a text of 1 to %d characters".formatted(LONGEST_ID));
        }
        return value.asText();
    }

    private List<String> victims() {
        JsonNode value = body.path("victims");
        List<String> victims = new ArrayList<>();
        for (JsonNode victim : value) {
            victims.add(victim.asText());
            if (!victim.isTextual()) {
                throw refusal("victims", value, "give a list of replicas' names");
            }
        }
        if (!value.isMissingNode() && !value.isArray()) {
            throw refusal("victims", value, "give a list of replicas' names");
        }
        return victims;
    }

    private static InvalidInputException refusal(String field, JsonNode value, String mend) {
        String found = value.isMissingNode() ? "nothing" : value.toString();
        return new InvalidInputException("body", field, found, mend);
    }
}
