// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A forecast as text for people. */
final class ForecastReport {
    private ForecastReport() {}

    static String table(TraceForecast forecast) {
        ShownSteps steps = new ShownSteps(forecast);
        return """
        %s. Forecast by %s.
        %s
        %s
        wQL (loss over the mean demand): of two models the one with less is better. MASE is the error
        over the naive one-step error. The coverage should be near 90 %%.

        %s%s\
        """
                .formatted(
                        ForecastText.subject(forecast),
                        ForecastText.maker(forecast.run()),
                        symptoms(forecast.symptoms()),
                        accuracyTable(forecast),
                        steps.note().isEmpty() ? "" : steps.note() + "\n",
                        bandTable(steps));
    }

    private static String symptoms(List<String> symptoms) {
        return symptoms.isEmpty()
                ? ""
                : symptoms.stream().collect(Collectors.joining("\n  ", "Symptoms:\n  ", "\n"));
    }

    private static TextTable accuracyTable(TraceForecast forecast) {
        TextTable table = table(ForecastText.SCORES);
        ForecastText.scores(forecast).forEach(row -> table.row(row.toArray(String[]::new)));
        return table;
    }

    private static TextTable bandTable(ShownSteps steps) {
        TextTable table = table(ShownSteps.HEADER);
        for (int origin : steps.origins()) {
            if (steps.areOfThePast()) {
                table.row("from " + steps.origin(origin), "", "", "", "", "");
            }
            steps.rows(origin).forEach(row -> table.row(row.toArray(String[]::new)));
        }
        return table;
    }

    private static TextTable table(List<String> header) {
        return new TextTable(header.toArray(String[]::new));
    }
}
