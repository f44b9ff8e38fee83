// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** JSON with a schema name, printed the same way by every command. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object(String schema) {
        return MAPPER.createObjectNode().put("schema", schema);
    }

    /** A count stays whole; anything else is a double. */
    static void put(ObjectNode node, String name, Number value) {
        if (value instanceof Integer || value instanceof Long) {
            node.put(name, value.longValue());
        } else {
            node.put(name, value.doubleValue());
        }
    }

    /** Writes step by step what {@link #text} would give; closing it leaves the stream open. */
    static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
    }

    /** For people and for files. */
    static String text(ObjectNode node) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), node);
    }

    /** For pages. */
    static String compact(ObjectNode node) {
        return write(MAPPER.writer(), node);
    }

    private static String write(ObjectWriter writer, ObjectNode node) {
        try {
            return writer.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that cannot be written: " + node, e);
        }
    }
}
