// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.smoothing.EtsForm.ErrorKind;
import dev.plimsoll.forecast.smoothing.EtsForm.SeasonKind;
import dev.plimsoll.forecast.smoothing.EtsForm.TrendKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of series that were made by a form, the estimates are near what made them. */
class EtsEstimationTest {
    private static final int SIZE = 1500;

    private static EtsEstimation fit(EtsForm form, RegularSeries series, int period) {
        EtsEstimation estimation = new EtsEstimation(form, ScaledHistory.of(series), period);
        estimation.settle();
        return estimation;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsAlphaAndTheFirstLevelOfAWanderingLevel(long seed) {
        EtsForm form = new EtsForm(ErrorKind.ADDITIVE, TrendKind.NONE, SeasonKind.NONE);
        EtsParameters truth = new EtsParameters(0.3, 0, 0, 1);
        EtsEstimation fit = fit(form, simulated(form, truth, 5, seed, 1000), 1);
        assertThat(fit.parameters().alpha()).isCloseTo(0.3, within(0.08));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsAlphaOfMultiplicativeErrors(long seed) {
        EtsForm form = new EtsForm(ErrorKind.MULTIPLICATIVE, TrendKind.NONE, SeasonKind.NONE);
        EtsParameters truth = new EtsParameters(0.5, 0, 0, 1);
        EtsEstimation fit = fit(form, simulated(form, truth, 0.02, seed, 1000), 1);
        assertThat(fit.parameters().alpha()).isCloseTo(0.5, within(0.1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheParametersOfADampedTrend(long seed) {
        EtsForm form = new EtsForm(ErrorKind.ADDITIVE, TrendKind.DAMPED, SeasonKind.NONE);
        EtsParameters truth = new EtsParameters(0.6, 0.3, 0, 0.9);
        EtsParameters found = fit(form, simulated(form, truth, 5, seed, 5000, 10), 1).parameters();
        assertThat(found.alpha()).isCloseTo(0.6, within(0.12));
        assertThat(found.beta()).isCloseTo(0.3, within(0.12));
        assertThat(found.phi()).isCloseTo(0.9, within(0.06));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheParametersAndTheFirstSeasonOfASeasonalModel(long seed) {
        EtsForm form = new EtsForm(ErrorKind.ADDITIVE, TrendKind.NONE, SeasonKind.ADDITIVE);
        EtsParameters truth = new EtsParameters(0.2, 0, 0.3, 1);
        double[] initial = {1000, 60, -20, 0, -40};
        RegularSeries series =
                SimulatedSeries.of(new EtsRecursion(form, truth, initial), 2, SIZE, seed);
        EtsEstimation fit = fit(form, series, 4);
        assertThat(fit.parameters().alpha()).isCloseTo(0.2, within(0.08));
        assertThat(fit.parameters().gamma()).isCloseTo(0.3, within(0.08));
        double scale = ScaledHistory.of(series).scale();
        assertThat((fit.initial()[1] - fit.initial()[4]) * scale).isCloseTo(100, within(10.0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheParametersOfASeasonOfFactors(long seed) {
        EtsForm form =
                new EtsForm(ErrorKind.MULTIPLICATIVE, TrendKind.NONE, SeasonKind.MULTIPLICATIVE);
        EtsParameters truth = new EtsParameters(0.2, 0, 0.2, 1);
        double[] initial = {1000, 1.3, 1.1, 0.9, 0.7};
        RegularSeries series =
                SimulatedSeries.of(new EtsRecursion(form, truth, initial), 0.01, SIZE, seed);
        EtsEstimation fit = fit(form, series, 4);
        assertThat(fit.parameters().alpha()).isCloseTo(0.2, within(0.08));
        assertThat(fit.parameters().gamma()).isCloseTo(0.2, within(0.08));
        assertThat(fit.initial()[1] / fit.initial()[4]).isCloseTo(1.3 / 0.7, within(0.1));
    }

    /** No point nearby is likelier: of the parameters, and of the states. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void endsWhereNoStepIsWorthwhile(long seed) {
        EtsForm form = new EtsForm(ErrorKind.ADDITIVE, TrendKind.DAMPED, SeasonKind.ADDITIVE);
        RegularSeries series =
                SimulatedSeries.of(
                        i -> 100 + i / 10.0 + 9 * SimulatedSeries.wave(i, 6), 4, 90, seed);
        EtsLikelihood likelihood = new EtsLikelihood(form, ScaledHistory.of(series));
        EtsEstimation fit = fit(form, series, 6);
        double best = likelihood.of(fit.parameters(), fit.initial());
        for (int state = 0; state < fit.initial().length; state++) {
            for (double nudge : new double[] {-1e-3, 1e-3}) {
                double[] moved = fit.initial().clone();
                moved[state] += nudge;
                assertThat(likelihood.of(fit.parameters(), moved)).isGreaterThan(best - 0.05);
            }
        }
    }

    private static RegularSeries simulated(
            EtsForm form, EtsParameters truth, double deviation, long seed, double... initial) {
        return SimulatedSeries.of(new EtsRecursion(form, truth, initial), deviation, SIZE, seed);
    }
}
