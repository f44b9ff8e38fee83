// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.model.DecimalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the rows of an answer. What cannot be is an {@link IllegalArgumentException}. */
final class RowJson {
    private RowJson() {}

    /** Of a vector, where it is an object, or of a scalar. */
    static Row row(JsonNode node) {
        return node.isArray()
                ? new Row(Labels.NONE, at(node), value(node))
                : row(node.path("metric"), node.path("value"));
    }

    private static Row row(JsonNode metric, JsonNode value) {
        if (value.isMissingNode()) {
            throw new IllegalArgumentException("a row has no value at one instant");
        }
        return new Row(labels(metric), at(value), value(value));
    }

    static Series series(JsonNode node) {
        JsonNode values = node.path("values");
        if (!values.isArray()) {
            throw new IllegalArgumentException("a row has no values over a range");
        }
        List<Sample> samples = new ArrayList<>();
        for (JsonNode pair : values) {
            Instant at = at(pair);
            value(pair).ifPresent(value -> samples.add(new Sample(at, value)));
        }
        return new Series(labels(node.path("metric")), samples);
    }

    private static Labels labels(JsonNode metric) {
        if (!metric.isObject()) {
            throw new IllegalArgumentException("a row has no labels");
        }
        SortedMap<String, String> labels = new TreeMap<>();
        metric.properties().forEach(label -> labels.put(label.getKey(), text(label.getValue())));
        return new Labels(labels);
    }

    private static Instant at(JsonNode pair) {
        JsonNode seconds = pair.path(0);
        if (!seconds.isNumber() || pair.size() != 2) {
            throw new IllegalArgumentException("a value has no time");
        }
        return Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1000));
    }

    /** Empty for NaN and the infinities, which are written as Go writes them. */
    private static OptionalDouble value(JsonNode pair) {
        String text = text(pair.path(1));
        return switch (text) {
            case "NaN", "+Inf", "-Inf", "Inf" -> OptionalDouble.empty();
            default -> finite(text);
        };
    }

    private static OptionalDouble finite(String text) {
        double value =
                DecimalText.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("a value is no number"));
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("a label or value is no text");
        }
        return node.textValue();
    }
}
