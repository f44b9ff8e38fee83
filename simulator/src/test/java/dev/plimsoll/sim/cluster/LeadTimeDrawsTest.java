// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTimeDrawsTest {
    private static final int SAMPLES = 20_000;

    @ParameterizedTest(name = "every {0} s")
    @ValueSource(ints = {1, 5, 3600})
    void drawsAreLognormalWhateverTheStep(int stepSeconds) {
        LeadTimeDraws draws = new LeadTimeDraws(40, 0.25, 7, "web");

        double[] sorted = sample(draws, second -> second * stepSeconds);
        Arrays.sort(sorted);

        assertThat(sorted[SAMPLES / 2]).isCloseTo(40, within(0.4));
        assertThat(sorted[SAMPLES * 95 / 100]).isCloseTo(draws.quantile(0.95), within(0.8));
        assertThat(logDeviation(sorted)).isCloseTo(0.25, within(0.006));
    }

    @Test
    void neighbouringSecondsAreUncorrelated() {
        LeadTimeDraws draws = new LeadTimeDraws(40, 0.25, 7, "web");

        double[] now = sample(draws, second -> second);
        double[] next = sample(draws, second -> second + 1);

        assertThat(correlation(now, next)).isCloseTo(0, within(0.03));
    }

    @Test
    void workloadsAndSeedsHaveDrawsOfTheirOwn() {
        double[] web = sample(new LeadTimeDraws(40, 0.25, 7, "web"), second -> second);
        double[] shop = sample(new LeadTimeDraws(40, 0.25, 7, "bew"), second -> second);
        double[] otherSeed = sample(new LeadTimeDraws(40, 0.25, 8, "web"), second -> second);

        assertThat(correlation(web, shop)).isCloseTo(0, within(0.03));
        assertThat(correlation(web, otherSeed)).isCloseTo(0, within(0.03));
    }

    @Test
    void theSameSecondHasTheSameDrawWhoeverAsks() {
        double[] one = sample(new LeadTimeDraws(40, 0.25, 7, "web"), second -> second);
        double[] other = sample(new LeadTimeDraws(40, 0.25, 7, "web"), second -> second);

        assertThat(one).isEqualTo(other);
    }

    /** Published comparisons depend on these draws: a new hash would change every one of them. */
    @ParameterizedTest
    @CsvSource({"0, 59.4199030685004", "5, 28.951114739950256", "1000000, 50.4922903092298"})
    void drawsStayWhatTheyWere(long second, double expected) {
        LeadTimeDraws draws = new LeadTimeDraws(40, 0.25, 1, "web");

        assertThat(draws.seconds(second)).isEqualTo(expected);
    }

    @Test
    void withoutSpreadEveryDrawIsTheMedian() {
        LeadTimeDraws draws = new LeadTimeDraws(40.1, 0, 7, "web");

        assertThat(sample(draws, second -> second)).containsOnly(40.1);
    }

    @Test
    void withoutALeadTimeEveryDrawIsZero() {
        LeadTimeDraws draws = new LeadTimeDraws(0, 10, 7, "web");

        assertThat(sample(draws, second -> second)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 40", "0.8413447460685429, 51.3610166675096640"})
    void quantilesAreThoseOfTheLognormalDistribution(double probability, double expected) {
        LeadTimeDraws draws = new LeadTimeDraws(40, 0.25, 7, "web");

        assertThat(draws.quantile(probability)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.25", "NaN, 0.25", "Infinity, 0.25", "40, -0.1", "40, NaN", "40, 11"})
    void impossibleSettingsAreRefused(double median, double spread) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeadTimeDraws(median, spread, 7, "web"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void impossibleQuantilesAreRefused(double probability) {
        LeadTimeDraws draws = new LeadTimeDraws(40, 0.25, 7, "web");

        assertThatIllegalArgumentException().isThrownBy(() -> draws.quantile(probability));
    }

    private static double[] sample(LeadTimeDraws draws, LongUnaryOperator second) {
        return LongStream.range(0, SAMPLES).map(second).mapToDouble(draws::seconds).toArray();
    }

    private static double logDeviation(double[] values) {
        double[] logs = Arrays.stream(values).map(StrictMath::log).toArray();
        double mean = mean(logs);
        return Math.sqrt(mean(Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).toArray()));
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
