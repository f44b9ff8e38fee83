// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.forecast.Quantiles;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Course COURSE = Examples.course("web_a");
    private static final Quantiles FIVE_TO_NINE = new Quantiles(5, 6, 7, 8, 9);

    private static Comparison comparison(PeerAnswer... answers) throws IOException {
        return Comparison.of(
                List.of("naive"),
                new Courses(List.of(COURSE), List.of("web_short")),
                _ -> List.of(answers),
                () -> {});
    }

    @Test
    void aPeersForecastsAreScoredAtTheirOrigins() throws IOException {
        Forecast first = new Forecast("P", List.of(FIVE_TO_NINE, FIVE_TO_NINE));
        Forecast second = new Forecast("P", List.of(FIVE_TO_NINE, new Quantiles(0, 0, 1, 1, 2)));
        Comparison comparison =
                comparison(new PeerAnswer.Answered("P", 17, List.of(first, second)));

        Pair pair = comparison.pairs().getLast();
        assertThat(pair.model()).isEqualTo("P");
        assertThat(pair.cost()).isEqualTo(new Cost(17));
        // 4 6 - 8 7: after the first origin 8 is seen, after the second 8 and 7
        HorizonAccuracy accuracy = pair.accuracy();
        assertThat(accuracy.windows()).isEqualTo(2);
        assertThat(accuracy.disjointWindows()).isEqualTo(1);
        assertThat(accuracy.coverage90().orElseThrow()).isEqualTo(2 / 3.0);
        // errors 1 and (1 + 6) / 2, both over the change of 2
        assertThat(accuracy.mase()).hasValue((1 / 2.0 + 3.5 / 2) / 2);
        // widths 4, 4 and 2, and 7 is above by 5
        assertThat(accuracy.intervalScore()).hasValue((4 + 4 + 2 + 20 * 5) / 3.0);
    }

    @Test
    void oursComeFirstAndAreTimedBothWays() throws IOException {
        Pair pair = comparison().pairs().getFirst();
        assertThat(pair.model()).isEqualTo("naive");
        assertThat(pair.accuracy().windows()).isEqualTo(2);
        assertThat(pair.cost().coldMicros()).isPositive();
        assertThat(pair.cost().warmMicros().orElseThrow()).isPositive();
    }

    @Test
    void aPeerThatFailedHasNoPairsButAReason() throws IOException {
        Comparison comparison = comparison(new PeerAnswer.Failed("P", "too short"));
        assertThat(comparison.pairs()).extracting(Pair::model).containsOnly("naive");
        assertThat(comparison.failures())
                .containsExactly(new Comparison.Failure("web_a", "P", "too short"));
        assertThat(comparison.tooShort()).containsExactly("web_short");
        assertThat(comparison.bestPeer()).isEmpty();
    }

    @Test
    void tellsOfEveryCourse() throws IOException {
        AtomicInteger done = new AtomicInteger();
        Comparison.of(
                OwnModels.parse("auto, naive,auto"),
                new Courses(List.of(COURSE, Examples.course("web_b")), List.of()),
                _ -> List.of(),
                done::incrementAndGet);
        assertThat(done).hasValue(2);
    }

    @Test
    void modelsAreNamedWithCommasBetween() {
        assertThat(OwnModels.parse("holt-winters, auto,holt-winters"))
                .containsExactly("holt-winters", "auto");
    }
}
