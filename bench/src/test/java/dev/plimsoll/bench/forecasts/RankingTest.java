// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.HorizonAccuracy;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Predicate<String> PEERS = model -> !model.equals("auto");

    /** Is held back; the other is not. */
    private static final String HELD_BACK = "web_wc98_a";

    private static final String OTHER = "web_ms_ingress1";

    private static Pair pair(String trace, String model, double mase) {
        return Examples.pair(trace, Horizon.DAY, model, mase);
    }

    private static Standing standing(List<Standing> standings, String model) {
        return standings.stream()
                .filter(standing -> standing.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ratiosAreGeometricMeansOverPairs() {
        List<Pair> pairs =
                List.of(
                        pair(HELD_BACK, "auto", 1),
                        pair(HELD_BACK, "AutoTheta", 2),
                        pair(OTHER, "auto", 8),
                        pair(OTHER, "AutoTheta", 1));
        // ratios 1/2 and 8, mean √4
        Standing auto = standing(new Ranking(pairs, Part.ALL).standings(PEERS), "auto");
        assertThat(auto.ratios().orElseThrow().mase()).isCloseTo(2, within(1e-12));
        assertThat(auto.pairs()).isEqualTo(2);
        Standing held = standing(new Ranking(pairs, Part.HELD_BACK).standings(PEERS), "auto");
        assertThat(held.ratios().orElseThrow().wql()).isCloseTo(0.5, within(1e-12));
        Standing rest = standing(new Ranking(pairs, Part.REST).standings(PEERS), "auto");
        assertThat(rest.ratios().orElseThrow().intervalScore()).isCloseTo(8, within(1e-12));
        assertThat(rest.pairs()).isEqualTo(1);
    }

    @Test
    void aPairWithoutTheReferenceOrWithAScoreOfZeroDoesNotCount() {
        List<Pair> pairs =
                List.of(
                        pair(HELD_BACK, "auto", 3),
                        pair(HELD_BACK, "AutoTheta", 2),
                        pair(OTHER, "auto", 5),
                        pair("web_z", "auto", 0),
                        pair("web_z", "AutoTheta", 1));
        Standing auto = standing(new Ranking(pairs, Part.ALL).standings(PEERS), "auto");
        assertThat(auto.pairs()).isEqualTo(1);
        assertThat(auto.ratios().orElseThrow().mase()).isCloseTo(1.5, within(1e-12));
        Standing alone =
                standing(
                        new Ranking(List.of(pair(OTHER, "auto", 5)), Part.ALL).standings(PEERS),
                        "auto");
        assertThat(alone.ratios()).isEmpty();
        assertThat(alone.pairs()).isZero();
    }

    @Test
    void theBestInHindsightTakesTheBestPeerOfEachPairAndScore() {
        HorizonAccuracy sharp =
                new HorizonAccuracy(
                        1,
                        OptionalDouble.of(8),
                        OptionalDouble.of(0.1),
                        OptionalDouble.of(0.9),
                        OptionalDouble.of(40),
                        20,
                        20);
        List<Pair> pairs =
                List.of(
                        pair(OTHER, "auto", 0.1),
                        pair(OTHER, "AutoTheta", 4),
                        Examples.pair(OTHER, Horizon.DAY, "MSTL", sharp),
                        pair(OTHER, "Naive", 2));
        Scores best =
                standing(new Ranking(pairs, Part.ALL).standings(PEERS), Ranking.HINDSIGHT)
                        .ratios()
                        .orElseThrow();
        assertThat(best.mase()).as("of Naive").isCloseTo(2 / 4.0, within(1e-12));
        assertThat(best.wql()).as("of MSTL").isCloseTo(0.1 / 0.4, within(1e-12));
        assertThat(best.intervalScore()).as("of Naive").isCloseTo(20 / 40.0, within(1e-12));
    }

    @Test
    void theBestPeerHasTheLeastProductAndIsNoneOfOurs() {
        List<Pair> pairs =
                List.of(
                        pair(OTHER, "auto", 1),
                        pair(OTHER, "AutoETS", 3),
                        pair(OTHER, "AutoTheta", 4),
                        pair(OTHER, "Naive", 5));
        List<Standing> standings = new Ranking(pairs, Part.ALL).standings(PEERS);
        assertThat(standings)
                .extracting(Standing::model)
                .containsExactly("auto", "AutoETS", "AutoTheta", "Naive", Ranking.HINDSIGHT);
        assertThat(Ranking.bestPeer(standings, PEERS)).contains("AutoETS");
        List<Standing> ours = new Ranking(List.of(pairs.getFirst()), Part.ALL).standings(PEERS);
        assertThat(Ranking.bestPeer(ours, PEERS)).isEmpty();
    }

    @Test
    void countsThePairsThatPassAloneAndTheCostOfEachTraceOnce() {
        HorizonAccuracy good = Examples.accuracy(1, 0.85, 20);
        HorizonAccuracy bad = Examples.accuracy(1, 0.7, 20);
        Course course = Examples.course(OTHER);
        Course other = Examples.course(HELD_BACK);
        List<Pair> pairs =
                List.of(
                        new Pair(course, Horizon.DAY, "auto", good, new Cost(30, 1)),
                        new Pair(course, Horizon.TWO_HOURS, "auto", bad, new Cost(30, 1)),
                        new Pair(course, Horizon.HALF_HOUR, "auto", bad, new Cost(30, 1)),
                        new Pair(other, Horizon.DAY, "auto", bad, new Cost(10, 3)));
        Standing auto = standing(new Ranking(pairs, Part.ALL).standings(PEERS), "auto");
        assertThat(auto.passing()).hasValue(0.25);
        assertThat(auto.coldMicros()).hasValue(20);
        assertThat(auto.warmMicros()).hasValue(2);
    }
}
