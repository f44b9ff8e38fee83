// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.FittedForecasterContract;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.TestSeries;
import dev.plimsoll.model.StateReader;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThetaForecasterTest extends FittedForecasterContract {
    private static final int PERIOD = 12;

    @Override
    protected FittedForecaster forecaster() {
        return new ThetaForecaster(PERIOD);
    }

    private static ThetaForecaster fitted(RegularSeries series, int period) {
        ThetaForecaster forecaster = new ThetaForecaster(period);
        forecaster.fit(series);
        return forecaster;
    }

    @Test
    void aDriftingLevelByHand() {
        DriftingLevel model = new DriftingLevel(0.5, 1, 10);
        // expected 11, e = 4: l = 13
        assertThat(model.observe(15)).isEqualTo(4);
        assertThat(model.ahead(1)).isEqualTo(14);
        model.observeGap();
        assertThat(model.ahead(3)).isEqualTo(17);
    }

    @Test
    void goesOnWithHalfTheSlopeOfALine() {
        ThetaForecaster forecaster = fitted(TestSeries.of(10, 12, 14, 16, 18, 20, 22), 1);
        assertThat(forecaster.predict(1)).isCloseTo(23, within(0.1));
        assertThat(forecaster.predict(100)).isCloseTo(122, within(0.1));
        assertThat(forecaster.name()).isEqualTo("theta");
    }

    @Test
    void keepsTheDriftWithinItsBounds() {
        boolean[] present = {true, true, true, true, true};
        double[] falling = {20, 18, 16, 14, 12};
        double[] rising = {12, 14, 16, 18, 20};
        assertThat(new ThetaEstimation(falling, present, 0, 5).fit().drift()).isZero();
        assertThat(new ThetaEstimation(rising, present, 0, 5).fit().drift())
                .isCloseTo(2, within(1e-6));
        assertThat(new ThetaEstimation(rising, present, 0, 0.5).fit().drift()).isEqualTo(0.5);
    }

    /** The two theta lines as Assimakopoulos and Nikolopoulos put them, forecast and weighed. */
    @ParameterizedTest(name = "theta {0}")
    @ValueSource(doubles = {1.5, 2, 5})
    void isTheWeighedForecastOfTwoThetaLines(double theta) {
        double[] values = {12, 9, 15, 14, 20, 17, 25, 21};
        double alpha = 0.4;
        double slope = EtsInitial.slope(values);
        double intercept = 133.0 / 8 - slope * 4.5;
        double curved = 3;
        double byHand = intercept;
        for (int t = 1; t <= values.length; t++) {
            double line = intercept + slope * t;
            curved += alpha * (theta * values[t - 1] + (1 - theta) * line - curved);
            byHand = curved / theta + (1 - 1 / theta) * (intercept + slope * (t + 5));
        }
        double firstLevel = 3 / theta + (1 - 1 / theta) * intercept;
        DriftingLevel model = new DriftingLevel(alpha, (1 - 1 / theta) * slope, firstLevel);
        for (double value : values) {
            model.observe(value);
        }
        assertThat(model.ahead(5)).isCloseTo(byHand, within(1e-9));
    }

    @Test
    void solvesForTheFirstLevelAndTheDrift() {
        double[] values = {12, 9, 15, 14, 20, 17, 25, 21, 22, 30};
        boolean[] present = {true, true, true, false, true, true, true, true, true, true};
        ThetaEstimation estimation = new ThetaEstimation(values, present, 0, 100);
        DriftingLevel best = estimation.given(0.3);
        double least = squares(best, values, present);
        for (double level = 0; level < 20; level += 0.25) {
            for (double drift = 0; drift < 4; drift += 0.125) {
                DriftingLevel other = new DriftingLevel(0.3, drift, level);
                assertThat(squares(other, values, present)).isGreaterThan(least);
            }
        }
    }

    private static double squares(DriftingLevel model, double[] values, boolean[] present) {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (present[i]) {
                squares += StrictMath.pow(model.observe(values[i]), 2);
            } else {
                model.observeGap();
            }
        }
        return squares;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsAlphaOfAWanderingLevel(long seed) {
        EtsForm form =
                new EtsForm(
                        EtsForm.ErrorKind.ADDITIVE,
                        EtsForm.TrendKind.NONE,
                        EtsForm.SeasonKind.NONE);
        EtsRecursion truth =
                new EtsRecursion(form, new EtsParameters(0.4, 0, 0, 1), new double[] {1000});
        ThetaForecaster forecaster = fitted(SimulatedSeries.of(truth, 5, 1500, seed), 1);
        assertThat(forecaster.alpha().orElseThrow()).isCloseTo(0.4, within(0.09));
    }

    @Test
    void putsTheSeasonBack() {
        IntToDoubleFunction mean = i -> (100 + i) * (1 + 0.3 * SimulatedSeries.wave(i, PERIOD));
        ThetaForecaster forecaster = fitted(SimulatedSeries.of(mean, 1, 120, 1), PERIOD);
        for (int steps = 1; steps <= 2 * PERIOD; steps++) {
            double actual = mean.applyAsDouble(119 + steps);
            assertThat(forecaster.predict(steps)).isCloseTo(actual, within(0.07 * actual));
        }
    }

    @Test
    void keepsTheSeasonInPhaseBetweenFitsAndThroughGaps() {
        IntToDoubleFunction mean = i -> 100 + 80 * SimulatedSeries.wave(i, PERIOD);
        ThetaForecaster forecaster = fitted(SimulatedSeries.of(mean, 1, 120, 1), PERIOD);
        for (int i = 120; i < 125; i++) {
            forecaster.observe(mean.applyAsDouble(i));
            forecaster.observeGap();
            i++;
        }
        assertThat(forecaster.predict(1)).isCloseTo(mean.applyAsDouble(126), within(5.0));
    }

    @Test
    void takesASeasonByDifferencesWhereThereAreZeros() {
        IntToDoubleFunction mean = i -> Math.max(0, 100 * SimulatedSeries.wave(i, PERIOD));
        ThetaForecaster forecaster = fitted(SimulatedSeries.of(mean, 0.1, 120, 1), PERIOD);
        assertThat(forecaster.predict(4)).as("the peak").isCloseTo(100, within(2.0));
        assertThat(forecaster.predict(10)).as("the trough").isCloseTo(0, within(2.0));
    }

    @Test
    void seesASeasonOnlyWhereThereIsOne() {
        double[] wave = values(i -> 100 + 10 * SimulatedSeries.wave(i, PERIOD), 5 * PERIOD);
        double[] noise = values(i -> 100, 200);
        double[] ramp = values(i -> 100 + 3 * i, 200);
        assertThat(SeasonalityCheck.isSeasonal(wave, PERIOD)).isTrue();
        assertThat(SeasonalityCheck.isSeasonal(noise, PERIOD)).isFalse();
        assertThat(SeasonalityCheck.isSeasonal(ramp, 60)).isFalse();
        assertThat(SeasonalityCheck.isSeasonal(values(i -> i % 12, 23), PERIOD))
                .as("less than two periods")
                .isFalse();
        assertThat(SeasonalityCheck.isSeasonal(wave, 1)).isFalse();
    }

    private static double[] values(IntToDoubleFunction mean, int size) {
        RegularSeries series = SimulatedSeries.of(mean, 1, size, 3);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = series.at(i);
        }
        return values;
    }

    @Test
    void bridgesGapsWhereItFits() {
        double[] values = values(i -> 50 + 2 * i, 60);
        BitSet absent = new BitSet();
        absent.set(20, 35);
        ThetaForecaster gappy = fitted(new RegularSeries(values, absent), 1);
        assertThat(gappy.predict(10)).isCloseTo(50 + 2 * 59 + 10, within(5.0));
    }

    @Test
    void staysNaiveOnAHistoryThatNeverChangesOrIsTooShort() {
        assertThat(fitted(TestSeries.of(7, 7, 7, 7, 7, 7, 7), 1).alpha()).isEmpty();
        assertThat(fitted(TestSeries.of(7, 8, 6, 9), 1).alpha()).isEmpty();
        assertThat(fitted(TestSeries.of(7, 8, 6, 9), 1).predict(5)).isEqualTo(9);
        assertThat(fitted(TestSeries.of(7, 8, 6, 9, 7), 1).alpha()).isPresent();
    }

    @Test
    void refusesStateOfAnotherPeriod() {
        byte[] state = bytes(new ThetaForecaster(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().restore(new StateReader(state)))
                .withMessage("state has a period of 5, these settings want 12");
    }
}
