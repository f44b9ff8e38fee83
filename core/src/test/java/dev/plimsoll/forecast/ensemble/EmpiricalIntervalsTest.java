// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.forecast.Quantiles;
import dev.plimsoll.forecast.RandomSeries;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.RollingOrigin;
import dev.plimsoll.forecast.TestSeries;
import dev.plimsoll.forecast.naive.NaiveForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersSettings;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmpiricalIntervalsTest {
    private static EmpiricalIntervals naive(int maxHorizon, double... values) {
        EmpiricalIntervals intervals = new EmpiricalIntervals(new NaiveForecaster(), maxHorizon);
        for (double value : values) {
            intervals.observe(value);
        }
        return intervals;
    }

    @Test
    void expectsNothingWhileNothingWasObserved() {
        EmpiricalIntervals intervals = naive(5);
        intervals.observeGap();
        assertThat(intervals.forecast(2).at(2)).isEqualTo(new Quantiles(0, 0, 0, 0, 0));
    }

    @Test
    void hasNoWidthBeforeTheModelWasEverWrong() {
        Forecast forecast = naive(5, 42).forecast(3);
        assertThat(forecast.forecaster()).isEqualTo("naive");
        assertThat(forecast.horizon()).isEqualTo(3);
        assertThat(forecast.at(3)).isEqualTo(new Quantiles(42, 42, 42, 42, 42));
    }

    @Test
    void addsTheErrorsThatWereReallyMade() {
        EmpiricalIntervals intervals = naive(1, 100, 110, 100, 110, 100, 110, 100, 110, 100, 110);
        // nine errors: five of +10 and four of −10
        assertThat(intervals.forecast(1).at(1)).isEqualTo(new Quantiles(100, 100, 120, 120, 120));
    }

    @Test
    void liftsAModelThatIsAlwaysLow() {
        double[] rising = new double[60];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = 10 * i;
        }
        Forecast forecast = naive(3, rising).forecast(3);
        assertThat(forecast.at(1)).isEqualTo(new Quantiles(600, 600, 600, 600, 600));
        assertThat(forecast.at(3)).isEqualTo(new Quantiles(620, 620, 620, 620, 620));
    }

    @Test
    void widensWithTheRootOfTheHorizonWhereErrorsAreFew() {
        // errors of one step only: 0 and 16; none yet at two steps or more
        Forecast forecast = naive(8, 100, 116).forecast(32);
        assertThat(forecast.at(1).q95() - 116).isEqualTo(16);
        assertThat(forecast.at(2).q95() - 116).isCloseTo(16 * Math.sqrt(2), within(1e-9));
        assertThat(forecast.at(32).q95() - 116).isCloseTo(16 * Math.sqrt(32), within(1e-9));
    }

    @Test
    void runsInTheRootOfTheHorizonBetweenTheGrid() {
        double[] rising = new double[60];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = 10 * i;
        }
        Forecast forecast = naive(5, rising).forecast(5);
        double share = (2 - Math.sqrt(3)) / (Math.sqrt(5) - Math.sqrt(3));
        assertThat(forecast.at(4).q50()).isCloseTo(590 + 30 + share * 20, within(1e-9));
    }

    @Test
    void learnsNoErrorFromAGap() {
        EmpiricalIntervals intervals = naive(1, 50, 60);
        intervals.observeGap();
        intervals.observeGap();
        assertThat(intervals.forecast(1).at(1)).isEqualTo(new Quantiles(70, 70, 70, 70, 70));
    }

    @Test
    void isNeverNegative() {
        Forecast forecast = naive(3, 1000, 10).forecast(30);
        assertThat(forecast.at(30)).isEqualTo(new Quantiles(0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void bandsAreOrderedAndFiniteAtEveryStep(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EmpiricalIntervals intervals =
                new EmpiricalIntervals(
                        new HoltWintersForecaster(HoltWintersSettings.forPeriod(12)), 30);
        for (int i = 0; i < 80; i++) {
            double value = random.nextBoolean() ? 0 : StrictMath.pow(10, random.nextInt(-300, 300));
            intervals.observe(value);
            // Quantiles refuses bands that are not ordered, finite and at least 0
            assertThat(intervals.forecast(100).horizon()).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void continuesExactlyAfterRestore(long seed) {
        RegularSeries series = RandomSeries.withGaps(seed, 150);
        int saved = new SplittableRandom(seed).nextInt(0, 80);
        EmpiricalIntervals original = holtWinters();
        RandomSeries.feed(original, series, 0, saved);
        EmpiricalIntervals restored = holtWinters();
        StateReader state = new StateReader(bytes(original));
        restored.restore(state);
        state.end();

        RandomSeries.feed(original, series, saved, 150);
        RandomSeries.feed(restored, series, saved, 150);
        assertThat(restored.forecast(40)).isEqualTo(original.forecast(40));
        assertThat(bytes(restored)).isEqualTo(bytes(original));
    }

    @Test
    void refusesStateOfOtherSettings() {
        EmpiricalIntervals other =
                new EmpiricalIntervals(
                        new HoltWintersForecaster(HoltWintersSettings.forPeriod(12)), 20, 11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holtWinters().restore(new StateReader(bytes(other))))
                .withMessage("state has a number of errors of 11, these settings want 50");
    }

    private static EmpiricalIntervals holtWinters() {
        return new EmpiricalIntervals(
                new HoltWintersForecaster(HoltWintersSettings.forPeriod(12)), 20, 50);
    }

    private static byte[] bytes(EmpiricalIntervals intervals) {
        StateWriter out = new StateWriter();
        intervals.save(out);
        return out.toBytes();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ninetyPercentBandsHoldNineTimesInTenOnARandomWalk(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[6000];
        values[0] = 10_000;
        for (int i = 1; i < values.length; i++) {
            values[i] = Math.max(0, values[i - 1] + random.nextGaussian());
        }
        RollingOrigin rolling = new RollingOrigin(TestSeries.of(values), 1, 4, 20);
        for (HorizonAccuracy accuracy :
                rolling.accuracy(() -> naive(20), rolling.spreadOrigins(500))) {
            assertThat(accuracy.coverage90().orElseThrow()).isBetween(0.85, 0.95);
        }
    }
}
