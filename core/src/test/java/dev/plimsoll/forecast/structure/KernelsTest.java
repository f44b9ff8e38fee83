// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numeric parts that the search for structure is made of. */
class KernelsTest {
    private static double[] wave(int size, double period) {
        return IntStream.range(0, size)
                .mapToDouble(i -> StrictMath.sin(2 * Math.PI * i / period))
                .toArray();
    }

    private static double[] noise(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 20_000})
    void spreadIsTheDeviationOfNormalNoiseAndNotMovedByOutliers(int size) {
        double[] noise = noise(1, size);
        assertThat(Spread.of(noise).deviation()).isCloseTo(1, within(0.15));
        for (int i = 0; i < size; i += 12) {
            noise[i] = 1e6;
        }
        assertThat(Spread.of(noise).deviation()).isLessThan(1.6);
        assertThat(Spread.of(noise).median()).isCloseTo(0, within(0.3));
    }

    @Test
    void spreadIsZeroOnlyOfEqualValues() {
        double[] values = new double[5000];
        assertThat(Spread.of(values)).isEqualTo(new Spread(0, 0));
        values[4321] = 1;
        assertThat(Spread.of(values).deviation()).isCloseTo(1.2533 / 5000, within(1e-12));
        assertThat(Spread.of(new double[0])).isEqualTo(new Spread(0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 24, 25})
    void theMovingMeanOverAPeriodLeavesNothingOfItsSeason(int period) {
        for (double mean : MovingMean.of(wave(100, period), period)) {
            assertThat(mean).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void theMovingMeanFollowsALineToItsEnds() {
        assertThat(MovingMean.of(new double[] {0, 1, 2, 3, 4, 5}, 3))
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(MovingMean.of(new double[] {0, 1, 2, 3, 4, 5}, 4))
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(MovingMean.of(new double[] {0, 3}, 9)).containsExactly(1.5, 1.5);
    }

    @Test
    void theSpectrumKnowsAPeriodToATenthOfACycle() {
        double[] values = wave(1000, 61.8);
        List<Double> peaks = new Spectrum(values).peaks(3, 250, 8);
        assertThat(1000 / peaks.getFirst()).isCloseTo(1000 / 61.8, within(0.1));
        assertThat(PeakLag.near(values, peaks.getFirst())).isCloseTo(61.8, within(0.1));
    }

    @Test
    void autocorrelationIsThatOfAWave() {
        double[] values = wave(1000, 50);
        assertThat(Autocorrelation.at(values, 50)).isCloseTo(1, within(1e-9));
        assertThat(Autocorrelation.at(values, 25)).isCloseTo(-1, within(1e-9));
        assertThat(Autocorrelation.at(values, 1000)).isZero();
        assertThat(Autocorrelation.at(new double[9], 1)).isZero();
    }

    @Test
    void cyclesOfAWaveAgree() {
        CycleAgreement agreement = CycleAgreement.of(wave(1000, 100), 100);
        assertThat(agreement.cycles()).isEqualTo(10);
        assertThat(agreement.share()).isCloseTo(1, within(1e-9));
        assertThat(agreement.chance()).isLessThan(1e-9);
    }

    @ParameterizedTest
    @CsvSource({"2, 12, 0.05", "2, 100, 0.05", "4, 6, 0.05", "10, 24, 0.05", "10, 100, 0.01"})
    void chanceIsNotUnderstatedForWhiteNoise(int cycles, int period, double level) {
        int alarms = 0;
        for (long seed = 1; seed <= 1000; seed++) {
            double[] noise = noise(seed, cycles * period);
            if (CycleAgreement.of(noise, period).chance() <= level) {
                alarms++;
            }
        }
        assertThat(alarms / 1000.0).isLessThanOrEqualTo(1.2 * level);
    }

    @Test
    void theLatestOfTheLongestRunsCounts() {
        boolean[] passes = {true, true, false, true, true, false, true};
        assertThat(Runs.longest(7, i -> passes[i])).contains(new Span(3, 4));
        assertThat(Runs.longest(7, i -> false)).isEmpty();
        assertThat(Runs.longest(7, i -> true)).contains(new Span(0, 6));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 0.1, SMOOTH",
        "1.31, 0.49, ERRATIC",
        "1.32, 0.48, INTERMITTENT",
        "1.32, 0.49, LUMPY"
    })
    void demandClassesHaveTheirPublishedLimits(
            double interval, double squaredVariation, DemandClass expected) {
        assertThat(DemandClass.of(interval, squaredVariation)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "52.34, 52.3",
        "0.000123456, 0.000123",
        "1234567, 1230000",
        "1e12, 1e12",
        "1.5e-300, 1.5e-300",
        "1e100, 1e100"
    })
    void numbersHaveThreeDigits(double value, String text) {
        assertThat(Figures.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "45, 45 s",
        "300, 5 min",
        "5400, 90 min",
        "7200, 2 h",
        "172799, 48 h",
        "604800, 7 days"
    })
    void durationsHaveTheUnitThatKeepsThemShort(double seconds, String text) {
        assertThat(Figures.duration(seconds)).isEqualTo(text);
    }

    @Test
    void aSpanIsAscending() {
        assertThat(new Span(3, 5).length()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 2));
    }
}
