// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Bill;
import dev.plimsoll.sim.tune.Figures;
import dev.plimsoll.sim.tune.TunedPeer;
import dev.plimsoll.sim.tune.Tuning;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three days are scored, so 30 are ten times as much. */
class TuneAdviceTest {
    private static final Figures USUAL = figures("hpa:target=60:stabilization=300s", 100, 0.02, 1);
    private static final Figures BEST =
            figures("hpa:target=50:stabilization=120s", 110.5, 0.001, 0.4);
    private static final Figures KEDA =
            figures("keda:target=55:stabilization=60s", 109, 0.001, 0.41);

    @Test
    void saysWhatToSetAndWhatThatBrings() {
        List<String> advice = advice(tuned(BEST), predictive(90, 0.3));

        assertThat(advice.getFirst())
                .isEqualTo(
                        "Set HPA to a target of 50 % and a scale-down window of 120 s. Against a"
                                + " target of 60 % and a scale-down window of 300 s: regret 1.000"
                                + " → 0.400, violated 2.000 % → 0.100 %, and it costs 5.25 more"
                                + " (10.5 replica-hours); in 30 days 52.50 (105).");
        assertThat(advice).hasSize(4).noneMatch(sentence -> sentence.contains("end of what"));
    }

    @Test
    void saysWhereTheUsualSettingIsTheBest() {
        var peer = new TunedPeer(USUAL, USUAL, Optional.of(USUAL));

        assertThat(advice(peer, predictive(90, 0.3)).getFirst())
                .isEqualTo(
                        "Set HPA to a target of 60 % and a scale-down window of 300 s: that is what"
                                + " it has where nothing is said, and no other setting does"
                                + " better.");
    }

    @Test
    void saysWhatCouldHaveBeenKnownBeforehand() {
        assertThat(advice(tuned(BEST), predictive(90, 0.3)).get(1))
                .contains("but the first 30 % of the trace", "the same setting");
        assertThat(advice(tuned(USUAL), predictive(90, 0.3)).get(1))
                .startsWith("This is hindsight: expect less of traffic to come. The first 30 %")
                .contains("would have led to a target of 60 % and a scale-down window of 300 s")
                .contains("regret 0.400 → 1.000 on the rest, violated 0.100 % → 2.000 %")
                .contains("costs 5.25 less (10.5 replica-hours)");
        assertThat(advice(new TunedPeer(USUAL, BEST, Optional.empty()), predictive(90, 0.3)).get(1))
                .contains("has no leading part (--warm-up)");
    }

    @Test
    void saysWhatPredictiveWouldBringBeyondThat() {
        assertThat(advice(tuned(BEST), predictive(90, 0.3)).get(2))
                .isEqualTo(
                        "predictive, which has nothing to set, would do better still. Against HPA's"
                                + " best: regret 0.400 → 0.300, violated 0.100 % → 0.050 %, and it"
                                + " costs 10.25 less (20.5 replica-hours); in 30 days 102.50"
                                + " (205).");
    }

    @Test
    void saysPlainlyWhereHpaIsBetter() {
        String same = advice(tuned(BEST), predictive(120, 0.5)).get(2);
        String other = advice(tuned(USUAL), predictive(120, 0.5)).get(2);

        assertThat(same)
                .startsWith("HPA at its best setting is better here than predictive.")
                .contains("regret 0.400 → 0.500", "costs 4.75 more")
                .doesNotContain("beforehand");
        assertThat(other)
                .startsWith("HPA at its best setting is better here than predictive.")
                .endsWith(
                        "But predictive is better than the setting that could have been chosen"
                                + " beforehand (1.000).");
    }

    @Test
    void hintsAtTheEndOfTheGrid() {
        Figures far = figures("hpa:target=30:stabilization=600s", 120, 0.001, 0.4);

        assertThat(advice(tuned(far), predictive(90, 0.3)).get(2))
                .contains(
                        "(windows of 0 to 600 s, targets of 30 to 90 %)", "--policy hpa:target=T");
    }

    @Test
    void comparesKedaWithHpa() {
        assertThat(advice(tuned(BEST), predictive(90, 0.3)).getLast())
                .contains("a target of 55 % and a scale-down window of 60 s", "0.410: no better");
    }

    private static List<String> advice(TunedPeer hpa, Figures predictive) {
        var keda = new TunedPeer(KEDA, KEDA, Optional.empty());
        var tuning = new Tuning("web", 3 * 86_400, 80, List.of(hpa, keda), predictive);
        return new TuneAdvice(tuning, new Money(0.5), "30 %").sentences();
    }

    /** One whose best setting was foreseen, or whose usual one was. */
    private static TunedPeer tuned(Figures foreseen) {
        Figures best = foreseen.equals(USUAL) ? BEST : foreseen;
        return new TunedPeer(USUAL, best, Optional.of(foreseen));
    }

    private static Figures predictive(double hours, double regret) {
        return figures("predictive", hours, 0.0005, regret);
    }

    private static Figures figures(String setting, double hours, double violated, double regret) {
        return new Figures(PolicySpec.parse(setting), new Bill(hours, violated), regret);
    }
}
