// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import static dev.plimsoll.forecast.structure.MadeSeries.FIVE_MINUTES;
import static dev.plimsoll.forecast.structure.MadeSeries.HOUR;
import static dev.plimsoll.forecast.structure.MadeSeries.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.structure.Symptom.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The symptoms that {@link SeriesStructure} tells, and what comes near them but is none. */
class SymptomsTest {
    private static final int DAY = 288; // samples of five minutes

    /** A week of five-minute samples with a day in it and nothing odd. */
    private static MadeSeries usual(long seed) {
        return MadeSeries.level(7 * DAY, 100).wave(DAY, 20).noise(seed, 3);
    }

    private static List<Symptom> symptoms(MadeSeries made) {
        return made.structure(FIVE_MINUTES).symptoms();
    }

    private static List<Kind> kinds(MadeSeries made) {
        return symptoms(made).stream().map(Symptom::kind).toList();
    }

    private static <S extends Symptom> S only(MadeSeries made, Class<S> kind) {
        List<Symptom> symptoms = symptoms(made);
        assertThat(symptoms).hasOnlyElementsOfType(kind).hasSize(1);
        return kind.cast(symptoms.getFirst());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aUsualSeriesHasNone(long seed) {
        assertThat(symptoms(usual(seed))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2880, true", "2879, true", "2881, false"})
    void shortIsLessThanTwoDays(int samples, boolean found) {
        MadeSeries made = MadeSeries.level(samples, 100).noise(1, 3);
        List<Symptom> symptoms = made.structure(MINUTE - 1e-9).symptoms();
        assertThat(symptoms.stream().anyMatch(Symptom.ShortHistory.class::isInstance))
                .isEqualTo(found);
    }

    @Test
    void shortSaysHowShort() {
        List<Symptom> symptoms = MadeSeries.level(18, 100).noise(1, 3).structure(HOUR).symptoms();
        assertThat(symptoms).hasSize(1);
        assertThat(symptoms.getFirst().text())
                .isEqualTo(
                        "18 h of history are less than two days: a daily pattern cannot be told"
                                + " from a trend yet");
        assertThat(symptoms.getFirst().span()).isEmpty();
    }

    @Test
    void missingCountsAndShowsTheLongestStretch() {
        Symptom.Missing missing =
                only(usual(1).without(100, 103).without(500, 524), Symptom.Missing.class);
        assertThat(missing.count()).isEqualTo(27);
        assertThat(missing.span()).contains(new Span(500, 523));
        assertThat(missing.text())
                .isEqualTo(
                        "27 samples missing (1.3 %), the longest stretch from sample 500 on for 2"
                                + " h");
    }

    @Test
    void aSeriesWithoutSamplesIsShortOrMissing() {
        assertThat(kinds(MadeSeries.level(0, 0))).containsExactly(Kind.SHORT);
        assertThat(kinds(MadeSeries.level(1000, 0).without(0, 1000))).containsExactly(Kind.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"0", "40", "1e30"})
    void constantIsToldAlone(double value) {
        Symptom.Constant constant = only(MadeSeries.level(2016, value), Symptom.Constant.class);
        assertThat(constant.value()).isEqualTo(value);
    }

    @Test
    void oneSampleIsNotConstant() {
        assertThat(kinds(MadeSeries.level(1, 5))).containsExactly(Kind.SHORT);
    }

    @Test
    void aFrozenSensorIsStuck() {
        Symptom.Stuck stuck = only(usual(2).set(1992, 2016, 101.5), Symptom.Stuck.class);
        assertThat(stuck.span()).contains(new Span(1992, 2015));
        assertThat(stuck.lasts()).isTrue();
        assertThat(stuck.text())
                .isEqualTo(
                        "The value 102 has been repeated for 2 h from sample 1992 on, though the"
                                + " series else changes all the time: a frozen sensor");
    }

    @Test
    void repeatsThatTheSeriesLetsExpectAreNotStuck() {
        assertThat(kinds(usual(2).set(1000, 1011, 101.5))).as("eleven samples").isEmpty();
        MadeSeries coarse = MadeSeries.level(2016, 1).wander(3, 0.02, 0.99);
        double[] values = new double[2016];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(5 + 10 * (coarse.series().at(i)));
        }
        assertThat(kinds(coarse.map(i -> values[i]))).doesNotContain(Kind.STUCK);
    }

    @Test
    void restIsNotStuck() {
        assertThat(kinds(usual(4).set(1000, 1100, 0))).doesNotContain(Kind.STUCK);
    }

    @Test
    void aLoadCutOffAtTheTopIsSaturated() {
        MadeSeries made = MadeSeries.level(7 * DAY, 80).wave(DAY, 30).noise(5, 3).atMost(100);
        Symptom.Saturated saturated = only(made, Symptom.Saturated.class);
        assertThat(saturated.ceiling()).isEqualTo(100);
        assertThat(saturated.share()).isBetween(0.2, 0.3);
        assertThat(saturated.longest().length()).isBetween(40, 110);
    }

    @Test
    void aCeilingMayShakeByAHair() {
        MadeSeries made = MadeSeries.level(7 * DAY, 80).wave(DAY, 30).noise(5, 3).atMost(100);
        assertThat(kinds(made.noise(6, 0.1).atMost(100.1))).containsExactly(Kind.SATURATED);
    }

    @Test
    void theSmoothTopOfADayIsNoCeiling() {
        assertThat(kinds(MadeSeries.level(7 * DAY, 60).wave(DAY, 40))).isEmpty();
        assertThat(kinds(MadeSeries.level(7 * DAY, 60).wave(DAY, 40).noise(7, 0.5))).isEmpty();
    }

    @Test
    void touchingTheMaximumNowAndThenIsNoCeiling() {
        MadeSeries counts = MadeSeries.level(7 * DAY, 0);
        double[] noise = new double[7 * DAY];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 3 + i * 7919 % 13 % 5;
        }
        assertThat(kinds(counts.map(i -> noise[i]))).isEmpty();
    }

    @Test
    void aJumpThatStaysIsALevelShift() {
        Symptom.LevelShift shift =
                only(usual(8).plus(i -> i < 1200 ? 0 : 60), Symptom.LevelShift.class);
        assertThat(shift.at()).isCloseTo(1200, within(3));
        assertThat(shift.before()).isCloseTo(100, within(6.0));
        assertThat(shift.after()).isCloseTo(160, within(6.0));
        assertThat(shift.text()).startsWith("The level rose from ").endsWith(" before the end");
    }

    @Test
    void onlyTheLatestShiftsAreTold() {
        MadeSeries stairs = usual(9).plus(i -> i / 450 % 2 * 80 + i / 900 * 40);
        List<Symptom> symptoms = symptoms(stairs);
        assertThat(symptoms).hasOnlyElementsOfType(Symptom.LevelShift.class).hasSize(3);
        assertThat(symptoms).isSortedAccordingTo((a, b) -> start(a) - start(b));
        assertThat(start(symptoms.getLast())).isCloseTo(1800, within(5));
    }

    private static int start(Symptom symptom) {
        return symptom.span().orElseThrow().from();
    }

    @Test
    void anEpisodeASmallStepAndARampAreNoShift() {
        assertThat(kinds(usual(10).plus(i -> i > 1000 && i < 1080 ? 60 : 0)))
                .as("six hours")
                .doesNotContain(Kind.LEVEL_SHIFT);
        assertThat(kinds(usual(10).plus(i -> i < 1200 ? 0 : 6))).as("a 16th").isEmpty();
        assertThat(kinds(usual(10).plus(i -> i * 0.05))).doesNotContain(Kind.LEVEL_SHIFT);
    }

    @ParameterizedTest
    @CsvSource({"0.02, 5.76", "-0.02, -5.76"})
    void aLevelThatMovesOneWayIsATrend(double slope, double perDay) {
        Symptom.Trend trend = only(usual(11).plus(i -> slope * i), Symptom.Trend.class);
        assertThat(trend.slopePerDay()).isCloseTo(perDay, within(0.3));
        assertThat(trend.text()).startsWith(slope > 0 ? "The level rises" : "The level falls");
    }

    @Test
    void aFlatSlopeAWalkAndAnHourAreNoTrend() {
        assertThat(kinds(usual(12).plus(i -> 0.003 * i))).as("6 % in a week").isEmpty();
        MadeSeries hour = MadeSeries.level(3600, 100).plus(i -> i * 0.1).noise(1, 3);
        assertThat(hour.structure(1).symptoms()).hasOnlyElementsOfType(Symptom.ShortHistory.class);
    }

    @Test
    void demandWithPausesIsIntermittent() {
        MadeSeries made = MadeSeries.level(2016, 0).plus(i -> i * 7919 % 2017 % 10 < 2 ? 5 : 0);
        Symptom.Intermittent pauses = only(made, Symptom.Intermittent.class);
        assertThat(pauses.interval()).isCloseTo(5, within(0.2));
        assertThat(pauses.demand()).isEqualTo(DemandClass.INTERMITTENT);
        assertThat(pauses.text()).contains("samples are zero: demand comes every");
    }

    @Test
    void aPauseNowAndThenIsNotIntermittent() {
        MadeSeries made = usual(13);
        assertThat(kinds(made.plus(i -> i % 7 == 3 ? -1000 : 0))).doesNotContain(Kind.INTERMITTENT);
    }

    @Test
    void singleSpikesAreOutliers() {
        Symptom.Outliers outliers =
                only(usual(14).set(300, 301, 400).set(1700, 1702, 0), Symptom.Outliers.class);
        assertThat(outliers.count()).isEqualTo(3);
        assertThat(outliers.latest()).isEqualTo(1701);
        assertThat(outliers.value()).isZero();
        assertThat(outliers.expected()).isBetween(70.0, 130.0);
    }

    @Test
    void theJobOfEveryDayIsNoOutlierEvenIfItIsLate() {
        MadeSeries made =
                MadeSeries.level(10_080, 100)
                        .plus(i -> (i + 17 + i / 1440 % 3) % 1440 < 30 ? 80 : 0)
                        .noise(18, 1);
        assertThat(made.structure(MINUTE).symptoms()).isEmpty();
    }

    @Test
    void aSpikeOfFiveDeviationsIsNoOutlier() {
        assertThat(kinds(usual(15).plus(i -> i == 1000 ? 15 : 0))).isEmpty();
    }

    @Test
    void manySpikesAreBursts() {
        MadeSeries made = usual(16).plus(i -> i * 7919 % 2017 < 60 ? 200 : 0);
        Symptom.Bursty bursty = only(made, Symptom.Bursty.class);
        assertThat(bursty.share()).isCloseTo(60.0 / 2016, within(0.003));
        assertThat(bursty.farthest()).isBetween(30.0, 80.0);
    }

    @Test
    void symptomsComeInTheOrderOfTheirKinds() {
        MadeSeries made = usual(17).plus(i -> i < 1200 ? 0 : 80).set(300, 301, 900).without(7, 9);
        assertThat(kinds(made)).containsExactly(Kind.MISSING, Kind.LEVEL_SHIFT, Kind.OUTLIERS);
    }
}
