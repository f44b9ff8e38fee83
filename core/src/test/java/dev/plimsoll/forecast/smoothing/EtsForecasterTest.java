// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.FittedForecasterContract;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.TestSeries;
import dev.plimsoll.forecast.smoothing.EtsForm.ErrorKind;
import dev.plimsoll.forecast.smoothing.EtsForm.SeasonKind;
import dev.plimsoll.forecast.smoothing.EtsForm.TrendKind;
import dev.plimsoll.model.StateReader;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtsForecasterTest extends FittedForecasterContract {
    private static final int PERIOD = 12;

    @Override
    protected FittedForecaster forecaster() {
        return new EtsForecaster(PERIOD);
    }

    private static EtsForecaster fitted(RegularSeries series, int period) {
        EtsForecaster forecaster = new EtsForecaster(period);
        forecaster.fit(series);
        return forecaster;
    }

    private static EtsForm chosen(IntToDoubleFunction mean, double deviation, int size, long seed) {
        RegularSeries series = SimulatedSeries.of(mean, deviation, size, seed);
        return fitted(series, PERIOD).form().orElseThrow();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void choosesAPlainLevelForNoise(long seed) {
        EtsForm form = chosen(i -> 100, 5, 200, seed);
        assertThat(form.trend()).isEqualTo(TrendKind.NONE);
        assertThat(form.season()).isEqualTo(SeasonKind.NONE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void choosesATrendForARamp(long seed) {
        RegularSeries ramp = SimulatedSeries.of(i -> 100 + 2 * i, 3, 200, seed);
        EtsForecaster endless = EtsForecaster.ofWholeFamily(PERIOD);
        endless.fit(ramp);
        assertThat(endless.form().orElseThrow().trend()).isEqualTo(TrendKind.ADDITIVE);
        assertThat(endless.form().orElseThrow().season()).isEqualTo(SeasonKind.NONE);
        assertThat(endless.predict(100)).isCloseTo(100 + 2 * 299, within(20.0));
        EtsForecaster damped = fitted(ramp, PERIOD);
        assertThat(damped.form().orElseThrow().trend()).isEqualTo(TrendKind.DAMPED);
        assertThat(damped.predict(10)).isCloseTo(100 + 2 * 209, within(6.0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void choosesADampedTrendForARampThatLevelsOff(long seed) {
        EtsForm form = chosen(i -> 300 - 200 * StrictMath.pow(0.95, i), 0.5, 120, seed);
        assertThat(form.trend()).isEqualTo(TrendKind.DAMPED);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void choosesAnAdditiveSeasonForWavesOfOneHeight(long seed) {
        EtsForm form = chosen(i -> 50 + 5 * i + 30 * SimulatedSeries.wave(i, PERIOD), 2, 240, seed);
        assertThat(form.season()).isEqualTo(SeasonKind.ADDITIVE);
        assertThat(form.error()).isEqualTo(ErrorKind.ADDITIVE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void choosesASeasonOfFactorsForWavesThatGrow(long seed) {
        EtsForm form =
                chosen(
                        i -> (50 + 5 * i) * (1 + 0.4 * SimulatedSeries.wave(i, PERIOD)),
                        2,
                        240,
                        seed);
        assertThat(form.season()).isEqualTo(SeasonKind.MULTIPLICATIVE);
        assertThat(form.trend()).isNotEqualTo(TrendKind.NONE);
    }

    @Test
    void continuesTheSeason() {
        IntToDoubleFunction mean = i -> 100 + 30 * SimulatedSeries.wave(i, PERIOD);
        EtsForecaster forecaster = fitted(SimulatedSeries.of(mean, 1, 120, 1), PERIOD);
        for (int steps = 1; steps <= 2 * PERIOD; steps++) {
            assertThat(forecaster.predict(steps))
                    .isCloseTo(mean.applyAsDouble(119 + steps), within(3.0));
        }
    }

    @Test
    void followsBetweenFitsAsIfItHadBeenFittedThere() {
        IntToDoubleFunction mean = i -> 100 + 30 * SimulatedSeries.wave(i, PERIOD);
        RegularSeries series = SimulatedSeries.of(mean, 1, 126, 1);
        EtsForecaster forecaster = fitted(SimulatedSeries.of(mean, 1, 120, 1), PERIOD);
        for (int i = 120; i < 126; i++) {
            forecaster.observe(series.at(i));
        }
        assertThat(forecaster.predict(1)).isCloseTo(mean.applyAsDouble(126), within(3.0));
    }

    @Test
    void needsTwoPeriodsForASeason() {
        IntToDoubleFunction mean = i -> 100 + 30 * SimulatedSeries.wave(i, PERIOD);
        EtsForecaster brief = fitted(SimulatedSeries.of(mean, 1, 2 * PERIOD - 1, 1), PERIOD);
        assertThat(brief.form().orElseThrow().season()).isEqualTo(SeasonKind.NONE);
        EtsForecaster ample = fitted(SimulatedSeries.of(mean, 1, 4 * PERIOD, 1), PERIOD);
        assertThat(ample.form().orElseThrow().season()).isNotEqualTo(SeasonKind.NONE);
    }

    @Test
    void staysNaiveOnAHistoryThatNeverChangesOrIsTooShort() {
        assertThat(fitted(TestSeries.of(7, 7, 7, 7, 7, 7, 7, 7, 7), 1).form()).isEmpty();
        assertThat(fitted(TestSeries.of(7, 8, 6, 9), 1).form()).isEmpty();
        assertThat(fitted(TestSeries.of(7, 8, 6, 9), 1).predict(5)).isEqualTo(9);
        assertThat(fitted(TestSeries.of(7, 8, 6, 9, 7), 1).form()).isPresent();
    }

    @Test
    void aSeriesWithZerosHasNoFactors() {
        IntToDoubleFunction mean = i -> (5.0 * i) * (1 + SimulatedSeries.wave(i, PERIOD));
        EtsForm form = chosen(mean, 1, 240, 1);
        assertThat(form.needsPositive()).isFalse();
        assertThat(form.season()).isEqualTo(SeasonKind.ADDITIVE);
    }

    @Test
    void refusesStateOfAnotherPeriod() {
        byte[] state = bytes(new EtsForecaster(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().restore(new StateReader(state)))
                .withMessage("state has a period of 5, these settings want 12");
    }
}
