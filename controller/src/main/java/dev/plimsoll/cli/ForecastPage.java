// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.cli.chart.Drawing;
import dev.plimsoll.cli.chart.SvgRenderer;
import java.util.List;

/** A forecast as one page that needs nothing else: the chart, and what stands in the table. */
final class ForecastPage {
    private ForecastPage() {}

    static String render(TraceForecast forecast) {
        ObjectNode data = Json.object("plimsoll.dev/forecast-page/v1");
        data.put("title", "Forecast of " + forecast.samples().trace().name());
        data.put("subject", ForecastText.subject(forecast));
        data.put("maker", forecast.run().name());
        ArrayNode models = data.putArray("models");
        forecast.run()
                .shares()
                .forEach(part ->
                        models.addObject().put("name", part.name()).put("share", part.share()));
        forecast.symptoms().forEach(data.putArray("symptoms")::add);
        fill(data.putObject("scores"), ForecastText.SCORES, ForecastText.scores(forecast));
        steps(data, new ShownSteps(forecast));
        return Page.assemble("forecast", chart(forecast), Json.compact(data));
    }

    private static void steps(ObjectNode data, ShownSteps steps) {
        data.put("note", steps.note());
        ArrayNode parts = data.putArray("forecasts");
        for (int origin : steps.origins()) {
            ObjectNode part = parts.addObject();
            part.put("origin", steps.areOfThePast() ? "From " + steps.origin(origin) : "");
            fill(part, ShownSteps.HEADER, steps.rows(origin));
        }
    }

    private static void fill(ObjectNode table, List<String> header, List<List<String>> rows) {
        header.forEach(table.putArray("header")::add);
        ArrayNode body = table.putArray("rows");
        rows.forEach(row -> row.forEach(body.addArray()::add));
    }

    private static String chart(TraceForecast forecast) {
        ForecastChart chart = new ForecastChart(forecast);
        Drawing drawing = new Drawing();
        chart.draw(drawing, 0);
        return SvgRenderer.render(
                drawing.picture(ForecastChart.WIDTH, chart.height()),
                ForecastText.subject(forecast));
    }
}
