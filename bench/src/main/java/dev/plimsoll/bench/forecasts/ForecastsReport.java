// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.bench.Sheet;
import dev.plimsoll.bench.forecasts.Pair.Cell;
import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.model.DurationText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A comparison for people, as text or as Markdown. */
final class ForecastsReport {
    private static final double MICROS_PER_MILLI = 1000;
    private static final String ABSENT = "-";

    private final Comparison comparison;

    private ForecastsReport(Comparison comparison) {
        this.comparison = comparison;
    }

    static String text(Comparison comparison) {
        return new ForecastsReport(comparison).render(Sheet::text);
    }

    static String markdown(Comparison comparison) {
        return new ForecastsReport(comparison).render(Sheet::markdown);
    }

    private String render(Function<Sheet, String> form) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(pairs());
        parts().forEach(part -> sheets.add(coverage(part)));
        parts().forEach(part -> sheets.add(standings(part)));
        return sheets.stream().map(form).collect(Collectors.joining("\n")) + "\n" + notes();
    }

    /** Those that have any trace. */
    private List<Part> parts() {
        return Arrays.stream(Part.values())
                .filter(part ->
                        comparison.pairs().stream().anyMatch(pair -> part.has(pair.course())))
                .toList();
    }

    private Sheet pairs() {
        Map<Cell, Pair> reference = pairs(Ranking.REFERENCE);
        List<List<String>> rows = new ArrayList<>();
        pairs(comparison.main())
                .forEach((cell, own) ->
                        rows.add(row(own, Optional.ofNullable(reference.get(cell)))));
        return new Sheet(
                "%s / %s, trace by trace".formatted(comparison.main(), Ranking.REFERENCE),
                List.of(
                        "trace",
                        "horizon",
                        "windows",
                        "apart",
                        "MASE",
                        "wQL",
                        "interval score",
                        "coverage"),
                rows);
    }

    private Map<Cell, Pair> pairs(String model) {
        Map<Cell, Pair> pairs = new LinkedHashMap<>();
        comparison.pairs().stream()
                .filter(pair -> pair.model().equals(model))
                .forEach(pair -> pairs.put(pair.cell(), pair));
        return pairs;
    }

    private static List<String> row(Pair own, Optional<Pair> reference) {
        return List.of(
                own.course().trace() + (own.course().isHeldBack() ? " (held back)" : ""),
                DurationText.of(own.horizon().duration()),
                String.valueOf(own.accuracy().windows()),
                String.valueOf(own.accuracy().disjointWindows()),
                both(own, reference, accuracy -> number(accuracy.mase())),
                both(own, reference, accuracy -> number(accuracy.wql())),
                both(own, reference, accuracy -> number(accuracy.intervalScore())),
                both(own, reference, accuracy -> percent(accuracy.coverage90())));
    }

    private static String both(
            Pair own, Optional<Pair> reference, Function<HorizonAccuracy, String> score) {
        String other = reference.map(Pair::accuracy).map(score).orElse(ABSENT);
        return score.apply(own.accuracy()) + " / " + other;
    }

    private Sheet coverage(Part part) {
        return new Sheet(
                "Coverage of the 90 %% band: %s".formatted(title(part)),
                List.of("class", "horizon", "model", "coverage", "windows apart", "allowed", ""),
                comparison.coverage(part).stream().map(ForecastsReport::row).toList());
    }

    private static List<String> row(CoverageCell cell) {
        return List.of(
                cell.kind(),
                DurationText.of(cell.horizon().duration()),
                cell.who(),
                percent(OptionalDouble.of(cell.coverage())),
                String.valueOf(cell.windows()),
                String.format(Locale.ROOT, "90 ± %.1f %%", 100 * cell.allowance().deviation()),
                cell.verdict().text());
    }

    private Sheet standings(Part part) {
        return new Sheet(
                "Over %s, geometric means: %s".formatted(Ranking.REFERENCE, title(part)),
                List.of(
                        "model",
                        "pairs",
                        "MASE",
                        "wQL",
                        "interval score",
                        "pass alone",
                        "CPU ms",
                        "warm ms"),
                comparison.standings(part).stream().map(ForecastsReport::row).toList());
    }

    private static String title(Part part) {
        return switch (part) {
            case ALL -> "all traces";
            case HELD_BACK -> "the third held back";
            case REST -> "the other traces";
        };
    }

    private static List<String> row(Standing standing) {
        return List.of(
                standing.model(),
                String.valueOf(standing.pairs()),
                ratio(standing, Scores::mase),
                ratio(standing, Scores::wql),
                ratio(standing, Scores::intervalScore),
                percent(standing.passing()),
                millis(standing.coldMicros()),
                millis(standing.warmMicros()));
    }

    private static String ratio(Standing standing, ToDoubleFunction<Scores> score) {
        return standing.ratios()
                .map(ratios -> number(OptionalDouble.of(score.applyAsDouble(ratios))))
                .orElse(ABSENT);
    }

    private String notes() {
        StringBuilder notes =
                new StringBuilder(
                        """
                        Less is better, but of coverage, which should be 90 %. apart: windows that do not
                        overlap. pass alone: pairs whose coverage is as near to 90 % as those windows let
                        expect. CPU: from the history to a forecast; warm: one more sample and a forecast.
                        """);
        comparison
                .bestPeer()
                .ifPresent(peer -> notes.append("Best peer: ").append(peer).append(".\n"));
        comparison
                .tooShort()
                .forEach(trace ->
                        notes.append("Too short to be forecast from ten origins: ")
                                .append(trace)
                                .append('\n'));
        comparison.failures().forEach(failure -> notes.append(text(failure)));
        return notes.toString();
    }

    private static String text(Comparison.Failure failure) {
        return "No forecast of %s by %s: %s\n"
                .formatted(failure.trace(), failure.model(), failure.reason());
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4g", value.getAsDouble()) : ABSENT;
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent()
                ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
                : ABSENT;
    }

    private static String millis(OptionalDouble micros) {
        return micros.isPresent()
                ? String.format(Locale.ROOT, "%.2f", micros.getAsDouble() / MICROS_PER_MILLI)
                : ABSENT;
    }
}
