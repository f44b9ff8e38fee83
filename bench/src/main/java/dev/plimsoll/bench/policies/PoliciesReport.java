// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.bench.Sheet;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Regret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Findings for people, as text or as Markdown. */
final class PoliciesReport {
    /** Those of the judged traces before the others. */
    private static final Comparator<Judged> WORST_FIRST =
            Comparator.comparing((Judged pair) -> !pair.name().isJudged())
                    .thenComparing(Comparator.comparingDouble(Judged::index).reversed());

    private final Findings findings;

    private PoliciesReport(Findings findings) {
        this.findings = findings;
    }

    static String text(Findings findings) {
        return new PoliciesReport(findings).render(Sheet::text);
    }

    static String markdown(Findings findings) {
        return new PoliciesReport(findings).render(Sheet::markdown);
    }

    private String render(Function<Sheet, String> form) {
        List<Sheet> sheets = new ArrayList<>();
        findings.inquiry().own().forEach(policy -> sheets.add(groups(policy)));
        sheets.add(peers());
        findings.inquiry().own().forEach(policy -> sheets.add(cases(policy)));
        return sheets.stream().map(form).collect(Collectors.joining("\n"))
                + "\n"
                + legend()
                + above()
                + leftOut();
    }

    private Sheet groups(PolicySpec policy) {
        return new Sheet(
                "%s: index, geometric means".formatted(policy),
                List.of(
                        "cases at prices",
                        "pairs",
                        "index",
                        "with kpa",
                        "tuned before",
                        "above 1",
                        "largest",
                        "where"),
                findings.groups(policy).stream().map(PoliciesReport::row).toList());
    }

    private static List<String> row(Group group) {
        Judged largest = group.largest();
        return List.of(
                group.by().equals("set") ? group.name() : group.by() + " " + group.name(),
                String.valueOf(group.pairs().size()),
                number(group.mean(Judged::index)),
                number(group.mean(Judged::indexWithKpa)),
                number(group.mean(Judged::indexTunedBefore)),
                text("%.1f %%", 100 * group.above()),
                number(largest.index()),
                "%s, kappa %d".formatted(largest.name(), largest.kappa()));
    }

    private Sheet peers() {
        return new Sheet(
                "The peers beside the best of them, on the judged traces: index, geometric means",
                List.of("peer", "in hindsight", "tuned before", "one setting", "which"),
                findings.peers().stream()
                        .map(peer ->
                                List.of(
                                        peer.peer(),
                                        number(peer.hindsight()),
                                        number(peer.tunedBefore()),
                                        number(peer.singleIndex()),
                                        peer.single().toString()))
                        .toList());
    }

    private Sheet cases(PolicySpec policy) {
        Map<CaseName, List<Judged>> byCase = new LinkedHashMap<>();
        findings.judged(policy)
                .forEach(pair ->
                        byCase.computeIfAbsent(pair.name(), _ -> new ArrayList<>()).add(pair));
        return new Sheet(
                "%s: case by case, at kappa %s".formatted(policy, kappas()),
                List.of(
                        "trace",
                        "lead time",
                        "demand",
                        "index",
                        "violated %",
                        "hours / oracle's",
                        "best peer at 100"),
                byCase.entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList());
    }

    private static List<String> row(CaseName name, List<Judged> prices) {
        return List.of(
                name.trace() + (name.isHeldBack() ? " (held back)" : ""),
                DurationText.of(name.leadTime()),
                name.interpolation().toString(),
                each(prices, pair -> number(pair.index())),
                each(prices, pair -> text("%.4f", 100 * pair.score().sloViolationRatio())),
                each(prices, pair -> text("%.3f", pair.score().relativeHours())),
                prices.get(Regret.KAPPAS.indexOf(100)).peers().hindsight().setting().toString());
    }

    private static String each(List<Judged> prices, Function<Judged, String> figure) {
        return prices.stream().map(figure).collect(Collectors.joining(" / "));
    }

    private static String kappas() {
        return Regret.KAPPAS.stream().map(String::valueOf).collect(Collectors.joining(" / "));
    }

    private static String legend() {
        return """
        index: regret over the least regret of any setting of hpa, keda and static on that trace, in
        hindsight; below 1 is better than the best-tuned peer. with kpa: its targets among them. tuned
        before: over the best of hpa, keda and static as they were tuned on the leading 30 %. The judged
        traces are web_*, spiky_* and llm_servegen_*; interpolation, lead time and kappa are of those.
        one setting: the one that does best for all traces and prices. J: hours over those of perfect
        foresight, plus kappa times the share of requests violated.
        """;
    }

    private String above() {
        List<Judged> above =
                findings.judged().stream().filter(Judged::isAbove).sorted(WORST_FIRST).toList();
        return above.isEmpty()
                ? "\nNo case is above 1.\n"
                : above.stream()
                        .map(PoliciesReport::reason)
                        .collect(Collectors.joining("", "\nAbove 1, and why:\n", ""));
    }

    private static String reason(Judged pair) {
        return "- %s on %s, kappa %d%s, %s: %s\n"
                .formatted(
                        pair.policy(),
                        pair.name(),
                        pair.kappa(),
                        pair.name().isJudged() ? "" : " (not judged)",
                        number(pair.index()),
                        pair.reason().orElseThrow());
    }

    private String leftOut() {
        return findings.leftOut().isEmpty()
                ? ""
                : findings.leftOut().stream()
                        .map(left -> "- %s: %s\n".formatted(left.what(), left.reason()))
                        .collect(Collectors.joining("", "\nLeft out:\n", ""));
    }

    private static String number(double value) {
        return text("%.3f", value);
    }

    private static String text(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
