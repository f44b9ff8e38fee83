// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.cli.chart.Drawing;
import dev.plimsoll.cli.chart.Lettering;
import dev.plimsoll.cli.chart.Picture;
import java.util.ArrayList;
import java.util.List;

/** A forecast as one picture that says all: the chart, who made it, how good it was, symptoms. */
final class ForecastPicture {
    private static final int TITLE = 40;
    private static final int LINE = 20;
    private static final int MARGIN = 16;

    private ForecastPicture() {}

    static Picture of(TraceForecast forecast) {
        Drawing drawing = new Drawing();
        ForecastChart chart = new ForecastChart(forecast);
        drawing.text(Lettering.TITLE, ForecastChart.LEFT, TITLE - 10, title(forecast));
        chart.draw(drawing, TITLE);
        double y = TITLE + chart.height();
        for (String line : notes(forecast)) {
            y += LINE;
            drawing.text(Lettering.BODY, ForecastChart.LEFT, y, line);
        }
        return drawing.picture(ForecastChart.WIDTH, (int) y + MARGIN);
    }

    private static String title(TraceForecast forecast) {
        return abbreviated(ForecastText.subject(forecast), Lettering.TITLE.letters(textWidth()));
    }

    private static List<String> notes(TraceForecast forecast) {
        int letters = Lettering.BODY.letters(textWidth());
        List<String> lines = new ArrayList<>();
        lines.addAll(wrapped("Forecast by " + ForecastText.maker(forecast.run()), letters));
        lines.addAll(ForecastText.accuracy(forecast));
        lines.addAll(wrapped("Symptoms: " + ForecastText.symptoms(forecast), letters));
        return lines;
    }

    private static int textWidth() {
        return ForecastChart.WIDTH - ForecastChart.LEFT - ForecastChart.RIGHT;
    }

    private static String abbreviated(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
    }

    /** Broken between words; lines after the first are indented. */
    private static List<String> wrapped(String text, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() >= letters && !line.isEmpty()) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(line.isEmpty() ? "" : " ").append(abbreviated(word, letters));
        }
        lines.add(line.toString());
        return lines;
    }
}
