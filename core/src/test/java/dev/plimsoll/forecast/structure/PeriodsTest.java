// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import static dev.plimsoll.forecast.structure.MadeSeries.FIVE_MINUTES;
import static dev.plimsoll.forecast.structure.MadeSeries.HOUR;
import static dev.plimsoll.forecast.structure.MadeSeries.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The periods that {@link SeriesStructure} finds. */
class PeriodsTest {
    private static final int DAY = 288; // samples of five minutes
    private static final int WEEK = 7 * DAY;

    private static List<Integer> periods(MadeSeries made, double stepSeconds) {
        return made.structure(stepSeconds).periods().stream().map(SeasonalPeriod::samples).toList();
    }

    private static double weekend(int sample) {
        return sample % WEEK >= 5 * DAY ? -25 : 0;
    }

    @Test
    void findsTheDayAndTheWeekTheStrongestFirst() {
        MadeSeries made = MadeSeries.level(3 * WEEK, 200).wave(DAY, 50).plus(PeriodsTest::weekend);
        assertThat(periods(made.noise(1, 5), FIVE_MINUTES)).containsExactly(DAY, WEEK);
    }

    @ParameterizedTest
    @CsvSource({
        "10080, 60, 1440", // a week by the minute
        "2016, 300, 288",
        "168, 3600, 24",
        "40320, 15, 5760",
        "4031, 150, 576" // not a whole number of days
    })
    void findsTheDayAtAnyStep(int samples, double stepSeconds, int day) {
        MadeSeries made = MadeSeries.level(samples, 100).wave(day, 20).noise(2, 10);
        assertThat(periods(made, stepSeconds)).containsExactly(day);
    }

    @Test
    void findsTheJobOfEveryHour() {
        MadeSeries made = MadeSeries.level(10_080, 100).plus(i -> i % 60 < 3 ? 80 : 0);
        assertThat(periods(made.noise(3, 5), MINUTE)).containsExactly(60);
    }

    @ParameterizedTest
    @CsvSource({"1000, 100", "1000, 37", "1000, 7", "3000, 611", "20000, 10", "20000, 1700"})
    void findsAPeriodWithoutANameToTheSample(int samples, int period) {
        MadeSeries made = MadeSeries.level(samples, 100).wave(period, 20).noise(4, 5);
        assertThat(periods(made, 1)).containsExactly(period);
    }

    @Test
    void aJobOfHalfAnHourADayIsNoHourlyOne() {
        MadeSeries made = MadeSeries.level(10_080, 100).plus(i -> i % 1440 < 30 ? 80 : 0);
        assertThat(periods(made.noise(3, 5), MINUTE)).containsExactly(1440);
    }

    @Test
    void findsTheDayOfAServiceThatGrowsTenfold() {
        MadeSeries grown =
                MadeSeries.level(14 * DAY, 1)
                        .wave(DAY, 0.5)
                        .noise(10, 0.1)
                        .times(i -> 100 * StrictMath.pow(10, i / (14.0 * DAY)));
        assertThat(periods(grown, FIVE_MINUTES)).containsExactly(DAY);
    }

    @Test
    void doesNotTellHarmonicsApart() {
        MadeSeries made = MadeSeries.level(2016, 100).plus(i -> i % DAY < 40 ? 50 : 0).noise(5, 3);
        assertThat(periods(made, FIVE_MINUTES)).containsExactly(DAY);
    }

    @ParameterizedTest
    @CsvSource({"47, false", "49, true"})
    void aPeriodNeedsTwoWholeCycles(int samples, boolean found) {
        MadeSeries made = MadeSeries.level(samples, 100).wave(24, 30).noise(6, 2);
        assertThat(periods(made, HOUR).contains(24)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 260, 320})
    void aPeriodNearTheDayIsNotCalledADay(int period) {
        MadeSeries made = MadeSeries.level(14 * DAY, 100).wave(period, 20).noise(7, 5);
        assertThat(periods(made, FIVE_MINUTES)).containsExactly(period);
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "20, 5", "20, 14", "10, 20"})
    void strengthIsTheShareOfTheSeason(double amplitude, double noise) {
        double signal = amplitude * amplitude / 2;
        SeasonalPeriod day =
                MadeSeries.level(14 * DAY, 100)
                        .wave(DAY, amplitude)
                        .noise(8, noise)
                        .structure(FIVE_MINUTES)
                        .periods()
                        .getFirst();
        assertThat(day.samples()).isEqualTo(DAY);
        assertThat(day.strength()).isCloseTo(signal / (signal + noise * noise), within(0.05));
    }

    @Test
    void findsTheDayBehindOutliersGapsAShiftAndATrend() {
        MadeSeries made =
                MadeSeries.level(10 * DAY, 100)
                        .wave(DAY, 20)
                        .noise(9, 5)
                        .plus(i -> i * 0.02 + (i > 1700 ? 100 : 0))
                        .set(500, 503, 1e9)
                        .without(900, 1200)
                        .without(2000, 2010);
        assertThat(periods(made, FIVE_MINUTES)).containsExactly(DAY);
    }

    @Test
    void findsNothingInATrendAStepOrASingleSpike() {
        assertThat(periods(MadeSeries.level(2016, 100).plus(i -> i), FIVE_MINUTES)).isEmpty();
        assertThat(periods(MadeSeries.level(2016, 100).set(900, 2016, 400), FIVE_MINUTES))
                .isEmpty();
        assertThat(periods(MadeSeries.level(2016, 100).set(900, 901, 400), FIVE_MINUTES)).isEmpty();
    }

    @Test
    void doesNotTrustASeriesThatIsMostlyMissing() {
        MadeSeries made = MadeSeries.level(2016, 100).wave(DAY, 20).without(0, 1010);
        assertThat(periods(made, FIVE_MINUTES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, 1e-4, 1e10, Double.POSITIVE_INFINITY})
    void refusesAStepThatIsNone(double stepSeconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MadeSeries.level(10, 1).structure(stepSeconds))
                .withMessageContaining("stepSeconds is " + stepSeconds);
    }
}
