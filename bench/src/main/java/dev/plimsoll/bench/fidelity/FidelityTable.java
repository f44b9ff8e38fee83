// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.bench.fidelity.Findings.Aside;
import dev.plimsoll.bench.fidelity.Row.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The findings as Markdown. */
final class FidelityTable {
    private static final String HEAD =
            """
            | phase | figure | run 1 | run 2 | apart | machine | simulated | error | allowed | chance | |
            |---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|
            """;

    private static final String ASIDE_HEAD =
            """
            | not modelled | phase | figure | measured | simulated | error |
            |---|---|---|--:|--:|--:|
            """;

    private final Findings findings;

    private FidelityTable(Findings findings) {
        this.findings = findings;
    }

    static String render(Findings findings) {
        FidelityTable table = new FidelityTable(findings);
        return String.join(
                "\n",
                HEAD + table.rows(),
                table.verdict(),
                table.allowance(),
                table.conditions(),
                table.asides() + table.settings());
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        String last = "";
        for (Row row : findings.comparison().rows()) {
            String phase = row.phase().name();
            rows.append(row(row, phase.equals(last) ? "" : phase));
            last = phase;
        }
        return rows.toString();
    }

    private static String row(Row row, String phase) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        phase,
                        row.figure().title(),
                        number(row.runs().getFirst().real()),
                        number(row.runs().getLast().real()),
                        percent(row.apart()),
                        signed(row.machine()),
                        number(row.simulated()),
                        signed(row.error()),
                        row.figure().isJudged() ? percent(row.allowance().tolerance()) : "",
                        percent(row.allowance().chance()),
                        row.verdict() == Verdict.OUTSIDE ? "**outside**" : "");
    }

    private String verdict() {
        List<Row> rows = findings.comparison().rows();
        long judged = rows.stream().filter(row -> row.figure().isJudged()).count();
        long outside = rows.stream().filter(row -> row.verdict() == Verdict.OUTSIDE).count();
        return "%d of %d judged figures are inside what is allowed; p99 is shown only.\n"
                .formatted(judged - outside, judged);
    }

    private String allowance() {
        String chance =
                findings.settings().allowsForChance()
                        ? ", and %.0f standard deviations of chance, as the phases are short"
                                .formatted(Comparison.DEVIATIONS)
                        : "";
        return """
        - apart: how far the two runs differ, which have the same requests; HAProxy splits them anew.
        - machine: the runs against the same requests at the same servers, computed without any cost.
        - error: the simulated figure against the mean of both runs.
        - allowed: %.0f %% up to a load of 0.9, %.0f %% beyond and while an overload drains%s.
        - chance: standard deviation of the runs' mean over replicas computed request by request.
        """
                .formatted(
                        100 * Regime.STEADY.tolerance(), 100 * Regime.STRAINED.tolerance(), chance);
    }

    private String conditions() {
        StringBuilder text = new StringBuilder(way());
        for (int run = 0; run < findings.conditions().size(); run++) {
            text.append(conditions(run + 1, findings.conditions().get(run)));
        }
        return text.toString();
    }

    private String way() {
        return String.format(
                Locale.ROOT,
                """
                - The way to a server and back takes %.2f ms, measured where nothing waits; the
                  simulated latencies contain it. HAProxy %s, Java %s, %s.
                """,
                findings.surroundings().overheadMs(),
                findings.surroundings().proxy(),
                findings.surroundings().java(),
                findings.surroundings().kernel());
    }

    private static String conditions(int number, Conditions run) {
        return String.format(
                Locale.ROOT,
                """
                - Run %d: sent late by %.2f ms on average, p99 %.2f ms, at most %.0f ms; %d requests lost
                  in the crash; answered by each server: %s, at most %.1f %% above an even share;
                  slots woke late by %.2f ms on average, p99 %.2f ms, which the servers do not count
                  as load.
                """,
                number,
                run.late().meanMs(),
                run.late().p99Ms(),
                run.late().maxMs(),
                run.lost(),
                run.split(),
                100 * run.unevenness(),
                run.wokeLate().meanMs(),
                run.wokeLate().p99Ms());
    }

    private String asides() {
        return findings.asides().isEmpty()
                ? ""
                : findings.asides().stream()
                        .map(FidelityTable::aside)
                        .collect(Collectors.joining("", ASIDE_HEAD, "\n"));
    }

    private static String aside(Aside aside) {
        StringBuilder rows = new StringBuilder();
        for (int phase = 0; phase < aside.profile().phases().size(); phase++) {
            for (Figure figure : List.of(Figure.MEAN, Figure.P95, Figure.P99)) {
                rows.append(aside(aside, phase, figure));
            }
        }
        return rows.toString();
    }

    private static String aside(Aside aside, int phase, Figure figure) {
        double measured = aside.measured().figure(phase, figure).orElseThrow();
        double simulated = aside.simulated().figure(phase, figure).orElseThrow();
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        aside.name(),
                        aside.profile().phases().get(phase).name(),
                        figure.title(),
                        number(OptionalDouble.of(measured)),
                        number(OptionalDouble.of(simulated)),
                        signed(OptionalDouble.of(simulated / measured - 1)));
    }

    private String settings() {
        Settings settings = findings.settings();
        return "Settings: --minutes %s  --seed %d".formatted(settings.minutes(), settings.seed());
    }

    private static String number(OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.1f", value.getAsDouble())
                : "never";
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : "";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String signed(OptionalDouble share) {
        return share.isPresent()
                ? String.format(Locale.ROOT, "%+.1f %%", 100 * share.getAsDouble())
                : "";
    }
}
