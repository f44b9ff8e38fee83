// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON with a schema name, printed the same way by every command. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object(String schema) {
        return MAPPER.createObjectNode().put("schema", schema);
    }

    /** A count stays whole; anything else is a double. */
    static void put(ObjectNode node, String name, Number value) {
        if (value instanceof Integer count) {
            node.put(name, count);
        } else {
            node.put(name, value.doubleValue());
        }
    }

    static String text(ObjectNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that cannot be written: " + node, e);
        }
    }
}
