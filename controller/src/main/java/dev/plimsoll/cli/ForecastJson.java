// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.forecast.Quantiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A forecast as {@code plimsoll.dev/forecast/v1}; see docs/schemas.md. Its steps, which may be a
 * million, are written one by one.
 */
final class ForecastJson {
    private ForecastJson() {}

    static void print(TraceForecast forecast, PrintStream out) {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> field : summary(forecast).properties()) {
                json.writeFieldName(field.getKey());
                json.writeTree(field.getValue());
            }
            json.writeArrayFieldStart("forecast");
            for (int origin : forecast.origins().listed()) {
                steps(forecast, origin, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    /** All but the steps. */
    private static ObjectNode summary(TraceForecast forecast) {
        TraceSamples samples = forecast.samples();
        ObjectNode root = Json.object("plimsoll.dev/forecast/v1");
        root.put("trace", samples.trace().name());
        root.put("stepSeconds", samples.stepSeconds());
        root.put("model", forecast.run().name());
        var models = root.putArray("models");
        forecast.run()
                .shares()
                .forEach(part ->
                        models.addObject().put("name", part.name()).put("share", part.share()));
        forecast.symptoms().forEach(root.putArray("symptoms")::add);
        var origins = root.putArray("origins");
        forecast.origins()
                .scored()
                .forEach(origin -> origins.add(samples.sampledAt(origin).toString()));
        var horizons = root.putArray("horizons");
        forecast.run()
                .accuracy()
                .forEach(accuracy -> fill(horizons.addObject(), accuracy, samples.stepSeconds()));
        return root;
    }

    private static void fill(ObjectNode node, HorizonAccuracy accuracy, double stepSeconds) {
        node.put("horizonSeconds", accuracy.horizonSteps() * stepSeconds);
        node.put("windows", accuracy.windows());
        accuracy.mase().ifPresent(value -> node.put("mase", value));
        accuracy.wql().ifPresent(value -> node.put("wql", value));
        accuracy.coverage90().ifPresent(value -> node.put("coverage90", value));
        accuracy.intervalScore().ifPresent(value -> node.put("intervalScore", value));
    }

    private static void steps(TraceForecast forecast, int origin, JsonGenerator json)
            throws IOException {
        String from = forecast.samples().sampledAt(origin).toString();
        Forecast made = forecast.run().from(origin);
        for (int step = 1; step <= made.horizon(); step++) {
            json.writeStartObject();
            json.writeStringField("origin", from);
            json.writeStringField(
                    "timestamp", forecast.samples().at((long) origin + step).toString());
            bands(made.at(step), json);
            json.writeEndObject();
        }
    }

    private static void bands(Quantiles quantiles, JsonGenerator json) throws IOException {
        json.writeNumberField("q05", quantiles.q05());
        json.writeNumberField("q25", quantiles.q25());
        json.writeNumberField("q50", quantiles.q50());
        json.writeNumberField("q75", quantiles.q75());
        json.writeNumberField("q95", quantiles.q95());
    }
}
