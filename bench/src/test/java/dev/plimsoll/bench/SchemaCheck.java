// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds JSON against a schema's required names and sizes of arrays; of types and ranges it knows
 * nothing.
 */
public final class SchemaCheck {
    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(JsonNode root) {
        this.root = root;
    }

    /** Of one of the schemas that are published. */
    public static SchemaCheck of(String name) throws IOException {
        Path file = Path.of("..", "docs", "schemas", name + ".schema.json");
        return new SchemaCheck(new ObjectMapper().readTree(Files.readString(file)));
    }

    /** What is missing, or too many or too few, and where. */
    public List<String> problems(JsonNode json) {
        check("", root, json);
        return List.copyOf(problems);
    }

    private void check(String place, JsonNode reference, JsonNode json) {
        JsonNode schema = resolved(reference);
        schema.path("required").forEach(name -> require(place, name.asText(), json));
        schema.path("properties")
                .properties()
                .forEach(property ->
                        checkProperty(place, property.getKey(), property.getValue(), json));
        if (schema.path("type").asText().equals("array")) {
            checkArray(place, schema, json);
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private void require(String place, String name, JsonNode json) {
        if (!json.has(name)) {
            problems.add("%s has no %s".formatted(place, name));
        }
    }

    private void checkProperty(String place, String name, JsonNode schema, JsonNode json) {
        if (json.has(name)) {
            check(place + "/" + name, schema, json.get(name));
        }
    }

    private void checkArray(String place, JsonNode schema, JsonNode json) {
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        if (!json.isArray() || json.size() < least || json.size() > most) {
            problems.add("%s has %d items".formatted(place, json.size()));
        }
        for (int item = 0; item < json.size(); item++) {
            check(place + "/" + item, schema.path("items"), json.get(item));
        }
    }
}
