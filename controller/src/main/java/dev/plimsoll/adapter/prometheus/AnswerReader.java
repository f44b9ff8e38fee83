// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads an answer, one row after the other, so that of a large one only what is kept fills memory.
 * What is not as the interface has it makes the whole answer unreadable: half of it would be taken
 * for all. Reads one answer.
 *
 * @param <T> what a row is read as
 */
final class AnswerReader<T> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SHOWN = 80;

    /** Of the language, not of what is missing; older servers tell them among the warnings. */
    private static final String REMARK = "PromQL info:";

    private final Function<JsonNode, T> row;
    private final List<T> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private String status = "";
    private String errorType = "";
    private String error = "";
    private boolean hasResult;

    private AnswerReader(Function<JsonNode, T> row) {
        this.row = row;
    }

    /** What follows the name of a field. */
    private interface FieldReader {
        void read(String name, JsonParser json) throws IOException;
    }

    static Answer<Row> rows(byte[] body) {
        return new AnswerReader<>(RowJson::row).read(body);
    }

    static Answer<Series> series(byte[] body) {
        return new AnswerReader<>(RowJson::series).read(body);
    }

    /** What a server says that answers with another status than 200. */
    static <T> Answer<T> refusal(int status, byte[] body) {
        return rows(body) instanceof Answer.Failed<Row>(var fault, var detail)
                        && fault == Fault.REFUSED
                ? new Answer.Failed<>(fault, detail)
                : new Answer.Failed<>(
                        Fault.REFUSED,
                        "the server refused with status %d: %s".formatted(status, first(body)));
    }

    private Answer<T> read(byte[] body) {
        try (JsonParser json = MAPPER.createParser(body)) {
            json.nextToken();
            fields(json, this::field);
        } catch (IOException e) {
            return unreadable("it is no JSON, or breaks off", body);
        } catch (IllegalArgumentException e) {
            return unreadable(String.valueOf(e.getMessage()), body);
        }
        if (status.equals("error")) {
            return new Answer.Failed<>(
                    Fault.REFUSED,
                    "the server refused: %s: %s".formatted(errorType, abbreviated(error)));
        }
        return status.equals("success") && hasResult
                ? new Answer.Told<>(rows, warnings)
                : unreadable("there is no result in it", body);
    }

    private void field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "status" -> status = json.getText();
            case "errorType" -> errorType = json.getText();
            case "error" -> error = json.getText();
            case "warnings" -> warn(json.readValueAsTree());
            case "isPartial" -> partial(json.currentToken());
            case "data" -> fields(json, this::result);
            default -> json.skipChildren();
        }
    }

    private void warn(JsonNode told) {
        for (JsonNode warning : told) {
            if (!warning.asText().startsWith(REMARK)) {
                warnings.add(abbreviated(warning.asText()));
            }
        }
    }

    private void partial(JsonToken told) {
        if (told == JsonToken.VALUE_TRUE) {
            warnings.add("a part of the data could not be read");
        }
    }

    /** Objects, or the two elements of a scalar. */
    private void result(String name, JsonParser json) throws IOException {
        if (!name.equals("result")) {
            json.skipChildren();
            return;
        }
        require(json, JsonToken.START_ARRAY);
        hasResult = true;
        var pair = MAPPER.createArrayNode();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                rows.add(row.apply(json.readValueAsTree()));
            } else {
                pair.add(json.<JsonNode>readValueAsTree());
            }
        }
        if (!pair.isEmpty()) {
            rows.add(row.apply(pair));
        }
    }

    private static void fields(JsonParser json, FieldReader reader) throws IOException {
        require(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            reader.read(name, json);
        }
    }

    private static void require(JsonParser json, JsonToken token) {
        if (json.currentToken() != token) {
            throw new IllegalArgumentException("it is not what the interface answers");
        }
    }

    private static <T> Answer<T> unreadable(String why, byte[] body) {
        return new Answer.Failed<>(
                Fault.UNREADABLE,
                "the answer cannot be understood, %s: %s".formatted(why, first(body)));
    }

    private static String first(byte[] body) {
        int length = Math.min(body.length, 4 * SHOWN);
        return abbreviated(new String(body, 0, length, StandardCharsets.UTF_8));
    }

    private static String abbreviated(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= 3 * SHOWN ? line : line.substring(0, 3 * SHOWN - 3) + "...";
    }
}
