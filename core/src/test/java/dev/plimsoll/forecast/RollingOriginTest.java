// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.ensemble.EmpiricalIntervals;
import dev.plimsoll.forecast.naive.NaiveForecaster;
import dev.plimsoll.model.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RollingOriginTest {
    private static final Supplier<EmpiricalIntervals> NAIVE =
            () -> new EmpiricalIntervals(new NaiveForecaster(), 10);

    private static HorizonAccuracy accuracy(RegularSeries series, int horizon, int... origins) {
        return new RollingOrigin(series, horizon).accuracy(NAIVE, origins).getFirst();
    }

    private static RegularSeries withAbsent(RegularSeries series, int... indices) {
        BitSet absent = new BitSet();
        Arrays.stream(indices).forEach(absent::set);
        double[] values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = absent.get(i) ? Double.NaN : series.at(i);
        }
        return new RegularSeries(values, absent);
    }

    @Test
    void maseIsTheMeanErrorOverTheHistorysMeanChange() {
        // history 10 14 12: changes 4 and 2, mean 3. The errors +4 and −2 give a median of 12 + 1.
        // Errors of the window 16, 11: 3 and, the median widened to 12 + 1·√2, 2.414…
        RegularSeries series = TestSeries.of(10, 14, 12, 16, 11);
        double second = 12 + Math.sqrt(2) - 11;
        assertThat(accuracy(series, 1, 2).mase().orElseThrow()).isCloseTo(3 / 3.0, within(1e-12));
        assertThat(accuracy(series, 2, 2).mase().orElseThrow())
                .isCloseTo((3 + second) / 2 / 3, within(1e-12));
    }

    @Test
    void maseIsTheMeanOverWindowsEachWithItsOwnScale() {
        // one sample and its only change: error +4 is expected again, so 18 after 14
        RegularSeries series = TestSeries.of(10, 14, 20, 15);
        // at 1: median 18, error 2, scale 4. At 2: errors 4, 6, median 5: 25, error 10, scale 5
        assertThat(accuracy(series, 1, 1, 2).mase().orElseThrow())
                .isCloseTo((2 / 4.0 + 10 / 5.0) / 2, within(1e-12));
        assertThat(accuracy(series, 1, 1, 2).windows()).isEqualTo(2);
    }

    @Test
    void wqlIsTwiceThePinballLossOverTheDemand() {
        // no width: all quantiles 10. Above by 6: mean level 0.5 · 6 = 3; below by 4: 0.5 · 4 = 2
        RegularSeries above = TestSeries.of(10, 16);
        RegularSeries both = TestSeries.of(10, 16, 6);
        assertThat(accuracy(above, 1, 0).wql().orElseThrow()).isCloseTo(6.0 / 16, within(1e-12));
        assertThat(accuracy(both, 2, 0).wql().orElseThrow()).isCloseTo(10.0 / 22, within(1e-12));
    }

    @Test
    void wqlWeighsEachQuantileByItsLevel() {
        // nine errors of ±10, five of them up: band 100 100 120 120 120, the sample is 130
        RegularSeries series = TestSeries.of(100, 110, 100, 110, 100, 110, 100, 110, 100, 110, 130);
        double pinball = 0.05 * 30 + 0.25 * 30 + 0.5 * 10 + 0.75 * 10 + 0.95 * 10;
        assertThat(accuracy(series, 1, 9).wql().orElseThrow())
                .isCloseTo(2 * pinball / 5 / 130, within(1e-12));
        // and 90 is below them all
        RegularSeries lower = TestSeries.of(100, 110, 100, 110, 100, 110, 100, 110, 100, 110, 90);
        double under = 0.95 * 10 + 0.75 * 10 + 0.5 * 30 + 0.25 * 30 + 0.05 * 30;
        assertThat(accuracy(lower, 1, 9).wql().orElseThrow())
                .isCloseTo(2 * under / 5 / 90, within(1e-12));
    }

    @Test
    void coverageIsTheShareOfSamplesWithinTheBand() {
        RegularSeries series = TestSeries.of(10, 10, 10, 10, 11, 10);
        assertThat(accuracy(series, 4, 1).coverage90()).hasValue(0.75);
        assertThat(accuracy(series, 1, 1, 3).coverage90()).hasValue(0.5);
    }

    @Test
    void theIntervalScoreIsTheMeanOverSamples() {
        // no width: 10 misses 11 by 1 of four samples, and 16 by 6
        RegularSeries series = TestSeries.of(10, 10, 10, 10, 11, 10, 16);
        assertThat(accuracy(series, 4, 1).intervalScore().orElseThrow())
                .isCloseTo(20 * 1 / 4.0, within(1e-12));
        assertThat(accuracy(TestSeries.of(10, 16), 1, 0).intervalScore()).hasValue(120);
    }

    @Test
    void countsTheWindowsThatDoNotOverlapFromTheFirstOn() {
        RegularSeries series = TestSeries.of(5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        // windows after 0, 2, 3, 5 and 6 of 3 samples each: those after 0, 3 and 6 touch only
        assertThat(accuracy(series, 3, 0, 2, 3, 5, 6).windows()).isEqualTo(5);
        assertThat(accuracy(series, 3, 0, 2, 3, 5, 6).disjointWindows()).isEqualTo(3);
        assertThat(accuracy(series, 1, 0, 2, 3, 5, 6).disjointWindows()).isEqualTo(5);
    }

    @Test
    void scoresForecastsThatWereMadeElsewhere() {
        RegularSeries series = withAbsent(TestSeries.of(0, 10, 14, 20), 0);
        Quantiles expected = new Quantiles(10, 11, 12, 13, 15);
        List<Integer> asked = new ArrayList<>();
        HorizonAccuracy accuracy =
                new RollingOrigin(series, 1)
                        .accuracy(
                                origin -> {
                                    asked.add(origin);
                                    return new Forecast("elsewhere", List.of(expected));
                                },
                                2,
                                1,
                                0)
                        .getFirst();
        assertThat(asked).as("not before the first sample").containsExactly(1, 2);
        // 14 is inside, width 5; 20 is above by 5
        assertThat(accuracy.intervalScore()).hasValue((5 + 5 + 20 * 5) / 2.0);
        assertThat(accuracy.coverage90()).hasValue(0.5);
        // only the history up to 2 has a change, of 4; there the error is 8
        assertThat(accuracy.mase()).hasValue(8 / 4.0);
    }

    @Test
    void absentSamplesAreNotScored() {
        RegularSeries series = withAbsent(TestSeries.of(10, 10, 14, 0, 10, 0), 3, 5);
        HorizonAccuracy accuracy = accuracy(series, 2, 1, 2, 4);
        // after 1: 14 against 10. After 2: 10. After 4 the series ends
        assertThat(accuracy.windows()).isEqualTo(2);
        assertThat(accuracy(series, 1, 2).windows()).as("nothing known of it").isZero();
    }

    @Test
    void theHistorysChangesDoNotReachAcrossAGap() {
        RegularSeries series = withAbsent(TestSeries.of(10, 12, 0, 90, 92, 92), 2);
        // changes 2 and 2 only; the errors +2 +78 +2 have the median 2
        assertThat(accuracy(series, 1, 4).mase().orElseThrow()).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void aScoreThatCannotBeComputedIsAbsent() {
        RegularSeries constant = TestSeries.of(5, 5, 5, 5);
        assertThat(accuracy(constant, 1, 2).mase()).isEmpty();
        assertThat(accuracy(constant, 1, 2).wql()).hasValue(0);
        RegularSeries zero = TestSeries.of(0, 0, 0, 0);
        assertThat(accuracy(zero, 1, 2).wql()).isEmpty();
        assertThat(accuracy(zero, 1, 2).coverage90()).hasValue(1);
        assertThat(accuracy(constant, 3, 2))
                .isEqualTo(
                        new HorizonAccuracy(
                                3,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                0,
                                0));
    }

    @Test
    void anOriginBeforeTheFirstSampleDoesNotCount() {
        RegularSeries series = withAbsent(TestSeries.of(0, 0, 5, 5, 5), 0, 1);
        assertThat(accuracy(series, 1, 1, 2, 3).windows()).isEqualTo(2);
    }

    @Test
    void ordersOriginsAndCountsEachOnce() {
        RegularSeries series = TestSeries.of(10, 14, 12, 16, 11, 30);
        assertThat(accuracy(series, 1, 4, 2, 2, 4)).isEqualTo(accuracy(series, 1, 2, 4));
    }

    @Test
    void scoresDoNotDependOnWhatComesAfterTheWindow() {
        RegularSeries calm = TestSeries.of(10, 14, 12, 16, 11, 11);
        RegularSeries wild = TestSeries.of(10, 14, 12, 16, 11, 1e9);
        assertThat(accuracy(wild, 2, 2)).isEqualTo(accuracy(calm, 2, 2));
        assertThat(accuracy(wild, 3, 2)).isNotEqualTo(accuracy(calm, 3, 2));
    }

    @Test
    void spreadsOriginsEvenlyOverTheLatterHalf() {
        RollingOrigin rolling = new RollingOrigin(TestSeries.of(new double[201]), 5, 20);
        assertThat(rolling.spreadOrigins(11))
                .containsExactly(90, 99, 108, 117, 126, 135, 144, 153, 162, 171, 180);
    }

    @Test
    void needsRoomForAsManyOriginsAndTheirLongestWindow() {
        assertThat(new RollingOrigin(TestSeries.of(new double[48]), 30).spreadOrigins(10))
                .containsExactly(8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        new RollingOrigin(TestSeries.of(new double[47]), 30).spreadOrigins(10))
                .withMessageContaining("series of 47 samples")
                .withMessageContaining("at least 48 samples");
    }

    @Test
    void refusesTooFewOriginsAndThoseOutside() {
        RollingOrigin rolling = new RollingOrigin(TestSeries.of(new double[100]), 5);
        assertThatIllegalArgumentException().isThrownBy(() -> rolling.spreadOrigins(9));
        for (int outside : List.of(-1, 100)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rolling.accuracy(NAIVE, outside))
                    .withMessage("origin %d is not within the series of 100 samples", outside);
        }
    }

    @Test
    void anAbsentSampleCannotBeRead() {
        RegularSeries series = withAbsent(TestSeries.of(1, 2), 1);
        assertThatIllegalArgumentException().isThrownBy(() -> series.at(1));
        assertThatIllegalArgumentException().isThrownBy(() -> TestSeries.of(1, -2));
    }
}
