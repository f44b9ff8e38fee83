// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.tune.Figures;
import dev.plimsoll.sim.tune.TunedPeer;
import dev.plimsoll.sim.tune.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What follows from a tuning, in sentences for the person who has to set the numbers. */
final class TuneAdvice {
    private final Tuning tuning;
    private final Money money;
    private final String leadingShare;

    /**
     * @param leadingShare of the trace that is history only, e.g. "30 %"
     */
    TuneAdvice(Tuning tuning, Money money, String leadingShare) {
        this.tuning = tuning;
        this.money = money;
        this.leadingShare = leadingShare;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(setting());
        sentences.add(expectation());
        border().ifPresent(sentences::add);
        sentences.add(predictive());
        tuning.peers().stream().skip(1).map(this::other).forEach(sentences::add);
        return sentences;
    }

    private String setting() {
        TunedPeer hpa = tuning.hpa();
        String set = "Set HPA to %s".formatted(setting(hpa.best().setting()));
        return hpa.best().setting().equals(hpa.usual().setting())
                ? set
                        + ": that is what it has where nothing is said, and no other setting does"
                        + " better."
                : set
                        + String.format(
                                Locale.ROOT,
                                ". Against %s: regret %.3f → %.3f, %s.",
                                setting(hpa.usual().setting()),
                                hpa.usual().regret(),
                                hpa.best().regret(),
                                change(hpa.usual(), hpa.best()));
    }

    private String expectation() {
        TunedPeer hpa = tuning.hpa();
        if (hpa.foreseen().isEmpty()) {
            return "This is hindsight: expect less of traffic to come. The trace has no leading"
                    + " part (--warm-up) to choose a setting on, so how much less is not known.";
        }
        Figures foreseen = hpa.foreseen().get();
        return hpa.isForeseen()
                ? "This is hindsight, but the first %s of the trace, which are not scored, would have led to the same setting: it may well serve traffic to come."
                        .formatted(leadingShare)
                : String.format(
                        Locale.ROOT,
                        "This is hindsight: expect less of traffic to come. The first %s of the"
                                + " trace, which are not scored, would have led to %s; against the"
                                + " best, regret %.3f → %.3f on the rest, %s.",
                        leadingShare,
                        setting(foreseen.setting()),
                        hpa.best().regret(),
                        foreseen.regret(),
                        change(hpa.best(), foreseen));
    }

    private Optional<String> border() {
        List<String> ends = tuning.hpa().atTheGridsEnd().stream().map(TuneAdvice::tried).toList();
        return ends.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "That is at the end of what was tried (%s), so a setting beyond may do better: try it with --policy hpa:target=T:stabilization=S."
                                .formatted(String.join(", ", ends)));
    }

    private static String tried(String knob) {
        return knob.equals("target") ? "targets of 30 to 90 %" : "windows of 0 to 600 s";
    }

    private String predictive() {
        Figures hpa = tuning.hpa().best();
        Figures ours = tuning.predictive();
        if (ours.isBetterThan(hpa)) {
            return String.format(
                    Locale.ROOT,
                    "predictive, which has nothing to set, would do better still. Against HPA's"
                            + " best: regret %.3f → %.3f, %s.",
                    hpa.regret(),
                    ours.regret(),
                    change(hpa, ours));
        }
        return String.format(
                Locale.ROOT,
                "HPA at its best setting is better here than predictive. From that to predictive:"
                        + " regret %.3f → %.3f, %s.%s",
                hpa.regret(),
                ours.regret(),
                change(hpa, ours),
                beforehand(ours));
    }

    /** Fair to both: neither has seen what it is scored on. */
    private String beforehand(Figures ours) {
        return tuning.hpa()
                .foreseen()
                .filter(ours::isBetterThan)
                .map(figures ->
                        String.format(
                                Locale.ROOT,
                                " But predictive is better than the setting that could have been"
                                        + " chosen beforehand (%.3f).",
                                figures.regret()))
                .orElse("");
    }

    private String other(TunedPeer peer) {
        Figures best = peer.best();
        return String.format(
                Locale.ROOT,
                "%s reads arrivals instead of CPU. Its best, %s (in percent of what a replica can"
                        + " serve), has a regret of %.3f: %s.",
                peer.name().toUpperCase(Locale.ROOT),
                setting(best.setting()),
                best.regret(),
                best.isBetterThan(tuning.hpa().best())
                        ? "better than HPA's"
                        : "no better than HPA's");
    }

    private static String setting(PolicySpec spec) {
        return "a target of %s %% and a scale-down window of %s"
                .formatted(
                        spec.knobs().get("target"),
                        spec.knobs().getOrDefault("stabilization", "").replace("s", " s"));
    }

    private String change(Figures from, Figures to) {
        double hours = to.bill().replicaHours() - from.bill().replicaHours();
        double amount = Math.abs(hours);
        double monthly = money.monthly(tuning, amount);
        return String.format(
                Locale.ROOT,
                "violated %.3f %% → %.3f %%, and it costs %.2f %s (%.1f replica-hours); in 30 days"
                        + " %.2f (%.0f)",
                100 * from.bill().sloViolationRatio(),
                100 * to.bill().sloViolationRatio(),
                money.of(amount),
                hours < 0 ? "less" : "more",
                amount,
                money.of(monthly),
                monthly);
    }
}
