// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds JSON against what the schemas in docs use of JSON Schema: types, names, sizes, ranges. */
final class SchemaCheck {
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck() {}

    static JsonNode schema(String name) {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("../docs/schemas/%s.schema.json".formatted(name)).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> problems(JsonNode schema, JsonNode json) {
        SchemaCheck check = new SchemaCheck();
        check.check("", schema, json);
        return check.problems;
    }

    private void check(String place, JsonNode schema, JsonNode json) {
        String type = schema.path("type").asText("any");
        if (!isOf(type, json)) {
            problems.add("%s is no %s".formatted(place, type));
        }
        if (schema.has("const") && !schema.get("const").equals(json)) {
            problems.add("%s is not %s".formatted(place, schema.get("const")));
        }
        checkObject(place, schema, json);
        checkArray(place, schema, json);
        checkNumber(place, schema, json);
    }

    private static boolean isOf(String type, JsonNode json) {
        return switch (type) {
            case "object" -> json.isObject();
            case "array" -> json.isArray();
            case "string" -> json.isTextual();
            case "integer" -> json.isIntegralNumber();
            case "number" -> json.isNumber() && Double.isFinite(json.asDouble());
            case "boolean" -> json.isBoolean();
            case "any" -> true;
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private void checkObject(String place, JsonNode schema, JsonNode json) {
        for (JsonNode name : schema.path("required")) {
            if (!json.has(name.asText())) {
                problems.add("%s has no %s".formatted(place, name.asText()));
            }
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (json.has(property.getKey())) {
                check(
                        place + "/" + property.getKey(),
                        property.getValue(),
                        json.get(property.getKey()));
            }
        }
    }

    private void checkArray(String place, JsonNode schema, JsonNode json) {
        if (json.size() < schema.path("minItems").asInt(0)) {
            problems.add("%s has %d items".formatted(place, json.size()));
        }
        for (int item = 0; schema.has("items") && item < json.size(); item++) {
            check(place + "/" + item, schema.get("items"), json.get(item));
        }
    }

    private void checkNumber(String place, JsonNode schema, JsonNode json) {
        double value = json.asDouble();
        if (schema.has("minimum") && value < schema.get("minimum").asDouble()) {
            problems.add("%s is %s, less than %s".formatted(place, json, schema.get("minimum")));
        }
        if (schema.has("maximum") && value > schema.get("maximum").asDouble()) {
            problems.add("%s is %s, more than %s".formatted(place, json, schema.get("maximum")));
        }
    }
}
