// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The body of a request; what cannot be used is refused with the field, value and mend. */
public final class JsonBody {
    private static final ObjectMapper MAPPER =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final JsonNode body;

    private JsonBody(JsonNode body) {
        this.body = body;
    }

    /**
     * Reads a body.
     *
     * @param fields which it may have
     * @param wanted what it should be, in words
     */
    public static JsonBody read(byte[] bytes, Set<String> fields, String wanted) {
        JsonBody read = new JsonBody(parse(bytes, wanted));
        read.requireKnownFields(fields);
        return read;
    }

    private static JsonNode parse(byte[] bytes, String wanted) {
        try {
            JsonNode body = MAPPER.readTree(bytes);
            if (body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            // Said below: no matter where it breaks off, it is no object.
        }
        throw new InvalidInputException("the body is no JSON object with " + wanted);
    }

    private void requireKnownFields(Set<String> fields) {
        Set<String> unknown = new TreeSet<>();
        body.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(fields);
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(
                    "body", "field", String.join(", ", unknown), "is unknown; leave it out");
        }
    }

    public boolean has(String field) {
        return body.has(field);
    }

    /** What stands there, whatever it is. */
    public JsonNode field(String field) {
        return body.path(field);
    }

    /** A whole number from 0 on. */
    public long whole(String field, long most) {
        JsonNode value = body.path(field);
        boolean fits = value.isIntegralNumber() && value.canConvertToLong();
        if (!fits || value.asLong() < 0 || value.asLong() > most) {
            throw refusal(field, "give a whole number from 0 to " + most);
        }
        return value.asLong();
    }

    /** A text that says something, in so many characters at most. */
    public String text(String field, int longest) {
        JsonNode value = body.path(field);
        boolean fits = value.isTextual() && !value.asText().isBlank();
        if (!fits || value.asText().length() > longest) {
            throw refusal(field, "give a text of 1 to %d characters".formatted(longest));
        }
        return value.asText();
    }

    private static String found(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        return value.isTextual() ? value.asText() : value.toString();
    }

    /** What stands there cannot be used. */
    public InvalidInputException refusal(String field, String mend) {
        JsonNode value = body.path(field);
        return new InvalidInputException("body", field, found(value), mend);
    }
}
