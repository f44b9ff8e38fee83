// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.forecast.Quantiles;
import dev.plimsoll.model.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of a forecast in words, the same in every form that people read. */
final class ForecastText {
    /** What the rows of {@link #scores} hold. */
    static final List<String> SCORES =
            List.of("model", "horizon", "windows", "MASE", "wQL", "coverage of 90 %");

    private static final int MOST_NAMED = 5;

    private ForecastText() {}

    /** What was forecast: {@code web: 120 samples of 1m, 10 missing}. */
    static String subject(TraceForecast forecast) {
        TraceSamples samples = forecast.samples();
        return "%s: %d samples of %s%s"
                .formatted(
                        samples.trace().name(),
                        samples.trace().size(),
                        seconds(samples.stepSeconds()),
                        samples.missing() > 0 ? ", %d missing".formatted(samples.missing()) : "");
    }

    /** Who made it: the model's name, and of a combination its largest parts. */
    static String maker(ModelRun run) {
        List<ModelShare> shares = run.shares();
        boolean alone = shares.size() == 1 && shares.getFirst().name().equals(run.name());
        return alone ? run.name() : "%s (%s)".formatted(run.name(), parts(shares));
    }

    private static String parts(List<ModelShare> shares) {
        String named =
                shares.stream()
                        .limit(MOST_NAMED)
                        .map(part -> part.name() + " " + percent(part.share()))
                        .collect(Collectors.joining(", "));
        List<ModelShare> others = shares.stream().skip(MOST_NAMED).toList();
        double rest = others.stream().mapToDouble(ModelShare::share).sum();
        return others.isEmpty()
                ? named
                : "%s, %d more %s".formatted(named, others.size(), percent(rest));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    /** How far ahead. */
    static String horizon(TraceForecast forecast) {
        return seconds(forecast.steps() * forecast.samples().stepSeconds());
    }

    /** The accuracy of every model at every horizon, by {@link #SCORES}. */
    static List<List<String>> scores(TraceForecast forecast) {
        List<List<String>> rows = new ArrayList<>();
        for (ModelRun run : forecast.runs()) {
            run.accuracy()
                    .forEach(accuracy ->
                            rows.add(
                                    Stream.concat(Stream.of(run.name()), scores(forecast, accuracy))
                                            .toList()));
        }
        return rows;
    }

    private static Stream<String> scores(TraceForecast forecast, HorizonAccuracy accuracy) {
        return Stream.of(
                seconds(accuracy.horizonSteps() * forecast.samples().stepSeconds()),
                String.valueOf(accuracy.windows()),
                score(accuracy.mase(), 1, ""),
                score(accuracy.wql(), 1, ""),
                score(accuracy.coverage90(), 100, " %"));
    }

    /** The same of the model that forecast, a line for each horizon. */
    static List<String> accuracy(TraceForecast forecast) {
        return forecast.run().accuracy().stream()
                .map(accuracy ->
                        "%s ahead (%s windows): MASE %s, wQL %s, 90 %% band covered %s"
                                .formatted(scores(forecast, accuracy).toArray()))
                .toList();
    }

    /** What was noticed, as a sentence. */
    static String symptoms(TraceForecast forecast) {
        List<String> symptoms = forecast.symptoms();
        return symptoms.isEmpty() ? "none" : String.join("; ", symptoms);
    }

    /** One step, by {@link ShownSteps#HEADER}. */
    static List<String> bands(Instant time, Quantiles quantiles) {
        return List.of(
                time.toString(),
                quantity(quantiles.q05()),
                quantity(quantiles.q25()),
                quantity(quantiles.q50()),
                quantity(quantiles.q75()),
                quantity(quantiles.q95()));
    }

    static String seconds(double seconds) {
        return DurationText.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private static String score(OptionalDouble score, double factor, String unit) {
        return score.isPresent()
                ? String.format(Locale.ROOT, "%.3f", score.getAsDouble() * factor) + unit
                : "-";
    }

    private static String quantity(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
