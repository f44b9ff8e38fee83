// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.forecast.Quantiles;
import dev.plimsoll.model.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A forecast for people, and as {@code plimsoll.dev/forecast/v1}; see docs/schemas.md. */
final class ForecastReport {
    private static final int MOST_ROWS = 24;

    private ForecastReport() {}

    static String json(TraceForecast forecast) {
        double stepSeconds = forecast.trace().sampleSeconds();
        ObjectNode root = Json.object("plimsoll.dev/forecast/v1");
        root.put("trace", forecast.trace().name());
        root.put("stepSeconds", stepSeconds);
        root.put("model", forecast.model().label());
        var origins = root.putArray("origins");
        forecast.origins().forEach(origin -> origins.add(origin.toString()));
        var horizons = root.putArray("horizons");
        for (HorizonAccuracy accuracy : accuracy(forecast)) {
            ObjectNode node = horizons.addObject();
            node.put("horizonSeconds", accuracy.horizonSteps() * stepSeconds);
            accuracy.mase().ifPresent(value -> node.put("mase", value));
            accuracy.wql().ifPresent(value -> node.put("wql", value));
            accuracy.coverage90().ifPresent(value -> node.put("coverage90", value));
        }
        var steps = root.putArray("forecast");
        for (int step = 1; step <= forecast.forecast().horizon(); step++) {
            Quantiles quantiles = forecast.forecast().at(step);
            ObjectNode node =
                    steps.addObject().put("timestamp", instant(forecast, step).toString());
            node.put("q05", quantiles.q05()).put("q25", quantiles.q25());
            node.put("q50", quantiles.q50());
            node.put("q75", quantiles.q75()).put("q95", quantiles.q95());
        }
        symptoms(forecast).forEach(root.putArray("symptoms")::add);
        return Json.text(root);
    }

    static String table(TraceForecast forecast) {
        return """
        %s: %d samples of %s%s. Best here: %s.

        %s
        wQL (loss over the mean demand) tells which model is best: that with the least over all
        horizons. MASE is the error over the naive one-step error. The coverage should be near 90 %%.

        %s%s\
        """
                .formatted(
                        forecast.trace().name(),
                        forecast.trace().size(),
                        seconds(forecast.trace().sampleSeconds()),
                        forecast.gaps() > 0 ? ", %d missing".formatted(forecast.gaps()) : "",
                        forecast.model().label(),
                        accuracyTable(forecast),
                        thinning(forecast),
                        bandTable(forecast));
    }

    private static TextTable accuracyTable(TraceForecast forecast) {
        TextTable table =
                new TextTable("model", "horizon", "windows", "MASE", "wQL", "coverage of 90 %");
        for (var entry : forecast.accuracy().entrySet()) {
            for (HorizonAccuracy accuracy : entry.getValue()) {
                table.row(
                        entry.getKey().label(),
                        seconds(accuracy.horizonSteps() * forecast.trace().sampleSeconds()),
                        String.valueOf(accuracy.windows()),
                        score(accuracy.mase(), 1, ""),
                        score(accuracy.wql(), 1, ""),
                        score(accuracy.coverage90(), 100, " %"));
            }
        }
        return table;
    }

    private static TextTable bandTable(TraceForecast forecast) {
        TextTable table = new TextTable("time", "q05", "q25", "q50", "q75", "q95");
        int horizon = forecast.forecast().horizon();
        int stride = stride(horizon);
        // counted back from the last step, which is the one that was asked for
        for (int step = (horizon - 1) % stride + 1; step <= horizon; step += stride) {
            Quantiles quantiles = forecast.forecast().at(step);
            table.row(
                    instant(forecast, step).toString(),
                    trimmed(quantiles.q05()),
                    trimmed(quantiles.q25()),
                    trimmed(quantiles.q50()),
                    trimmed(quantiles.q75()),
                    trimmed(quantiles.q95()));
        }
        return table;
    }

    private static int stride(int horizon) {
        return Math.ceilDiv(horizon, MOST_ROWS);
    }

    private static String thinning(TraceForecast forecast) {
        int horizon = forecast.forecast().horizon();
        int stride = stride(horizon);
        return stride == 1 ? "" : "Every %s of %d steps:\n".formatted(ordinal(stride), horizon);
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static List<String> symptoms(TraceForecast forecast) {
        return forecast.gaps() > 0 ? List.of(forecast.gaps() + " samples missing") : List.of();
    }

    private static List<HorizonAccuracy> accuracy(TraceForecast forecast) {
        ForecastModel model = forecast.model();
        return forecast.accuracy().getOrDefault(model, List.of());
    }

    private static Instant instant(TraceForecast forecast, int step) {
        return TraceForecast.instant(forecast.trace(), forecast.samples() - 1L + step);
    }

    private static String score(OptionalDouble score, double factor, String unit) {
        return score.isPresent()
                ? String.format(Locale.ROOT, "%.3f", score.getAsDouble() * factor) + unit
                : "-";
    }

    private static String seconds(double seconds) {
        return DurationText.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private static String trimmed(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
