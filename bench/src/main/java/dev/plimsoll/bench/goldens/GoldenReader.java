// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads golden files: every field that must be there is, none is there that is not known, and each
 * is of its type. Thread-safe.
 */
final class GoldenReader {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .annotationIntrospector(new StrictIntrospector())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    /** Characters of a line that are shown before the place where it breaks. */
    private static final int SHOWN = 20;

    private GoldenReader() {}

    /** The cases of a file, each of one line. */
    static List<GoldenCase> read(Path file, GoldenKind kind) {
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            throw new InvalidInputException(
                    file.toString(), "lines", "0", "there is no case in it; restore the file");
        }
        List<GoldenCase> cases = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            cases.add(read(lines.get(i), kind.line(), "%s:%d".formatted(file, i + 1)));
        }
        return cases;
    }

    static GoldenCase read(String line, Class<? extends GoldenCase> type, String place) {
        JsonNode tree = tree(line, place);
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidInputException(
                    place, "unknown field", path(e), "take it out, or write " + known(e));
        } catch (JsonMappingException e) {
            String value = value(tree, e);
            String mend = value.isEmpty() ? "it is missing; " + Mend.of(e) : Mend.of(e);
            throw new InvalidInputException(place, path(e), value, mend);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot fail to parse", e);
        }
    }

    private static JsonNode tree(String line, String place) {
        try {
            JsonNode tree = MAPPER.readTree(line);
            if (tree.isObject()) {
                return tree;
            }
            throw new InvalidInputException(place, "line", line, "write one JSON object a line");
        } catch (MismatchedInputException e) {
            throw new InvalidInputException(
                    place, "line", line, "write one JSON object a line, and nothing after it");
        } catch (JsonProcessingException e) {
            int column = column(e, line);
            throw new InvalidInputException(
                    place,
                    field(e),
                    line.substring(Math.max(0, column - SHOWN), column),
                    "column %d: %s; restore the line".formatted(column, reason(e)));
        }
    }

    /** Where reading stopped, from 1; the end of the line where that is not known. */
    private static int column(JsonProcessingException e, String line) {
        int column = e.getLocation() == null ? line.length() : e.getLocation().getColumnNr() - 1;
        return Math.clamp(column, 0, line.length());
    }

    /** Without what the library says of itself. */
    private static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("it is not JSON");
        int aside = message.indexOf(" (for ");
        int start = message.indexOf(": expected close marker");
        int end = aside < 0 ? message.length() : aside;
        return message.substring(0, start < 0 ? end : Math.min(start, end));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    file.toString(), "file", e.toString(), "give a text file in UTF-8 to read");
        }
    }

    /** {@code steps[3].expect.desired}. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.isEmpty() ? "line" : path.toString();
    }

    /** Where a line that is not JSON stopped making sense. */
    private static String field(JsonProcessingException e) {
        if (e.getProcessor() instanceof JsonParser parser) {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            return pointer.isEmpty() ? "line" : pointer.substring(1).replace('/', '.');
        }
        return "line";
    }

    private static String value(JsonNode tree, JsonMappingException e) {
        JsonNode node = tree;
        for (JsonMappingException.Reference part : e.getPath()) {
            node =
                    part.getFieldName() == null
                            ? node.path(part.getIndex())
                            : node.path(part.getFieldName());
        }
        return node.isTextual() ? node.asText() : node.toString();
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> names = e.getKnownPropertyIds();
        return "one of "
                + String.join(", ", new TreeSet<>(names.stream().map(Object::toString).toList()));
    }
}
