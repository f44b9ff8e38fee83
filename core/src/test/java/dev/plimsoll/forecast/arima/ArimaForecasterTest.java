// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.RandomSeries;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.TestSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArimaForecasterTest {
    @Test
    void eachChoiceNamesItsForecaster() {
        assertThat(List.of(ArimaChoice.arima(), ArimaChoice.sarima(24)))
                .extracting(choice -> new ArimaForecaster(choice).name())
                .containsExactly("arima", "sarima");
        assertThat(List.of(ArimaChoice.arimaYadav(), ArimaChoice.sarimaYadav()))
                .extracting(choice -> new ArimaForecaster(choice).name())
                .containsExactly("arima-yadav", "sarima-yadav");
    }

    @Test
    void thePresetsOfYadavHaveTheirOrders() {
        assertThat(ArimaChoice.arimaYadav().largest()).hasToString("(0,1,1)");
        assertThat(ArimaChoice.sarimaYadav().largest()).hasToString("(1,1,1)(0,0,0)12");
    }

    @Test
    void theSeasonOfYadavsPresetHasNoEffect() {
        RegularSeries series = RandomSeries.withGaps(3, 300);
        ArimaForecaster preset = fitted(ArimaChoice.sarimaYadav(), series);
        ArimaForecaster plain =
                fitted(new ArimaChoice.Fixed("plain", ArimaOrder.of(1, 1, 1)), series);
        for (int steps : new int[] {1, 2, 12, 13, 1000}) {
            assertThat(preset.predict(steps)).isEqualTo(plain.predict(steps));
        }
    }

    @Test
    void aSeasonTooLongToKeepIsLeftOut() {
        assertThat(ArimaChoice.sarima(1440).largest()).isEqualTo(ArimaChoice.arima().largest());
        assertThat(ArimaChoice.sarima(288).largest().period()).isEqualTo(288);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void isNaiveWhereThereIsTooLittleToFit(int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = 10 + i % 3;
        }
        ArimaForecaster forecaster = fitted(ArimaChoice.arima(), TestSeries.of(values));
        assertThat(forecaster.parameters()).isEqualTo(ArimaParameters.RANDOM_WALK);
        assertThat(forecaster.predict(4)).isEqualTo(size == 0 ? 0 : values[size - 1]);
    }

    @Test
    void isNaiveWhereNothingVaries() {
        double[] values = new double[200];
        Arrays.fill(values, 0.1);
        ArimaForecaster forecaster = fitted(ArimaChoice.sarima(12), TestSeries.of(values));
        assertThat(forecaster.parameters()).isEqualTo(ArimaParameters.RANDOM_WALK);
        assertThat(forecaster.predict(7)).isEqualTo(0.1);
    }

    @Test
    void aFitForgetsWhatWasLearnedBefore() {
        RegularSeries series = RandomSeries.withGaps(9, 200);
        ArimaForecaster forecaster = fitted(ArimaChoice.arima(), RandomSeries.withGaps(8, 200));
        forecaster.fit(series);
        assertThat(bytes(forecaster)).isEqualTo(bytes(fitted(ArimaChoice.arima(), series)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void goesOnAfterAFitAsIfItHadBeenFittedLater(long seed) {
        RegularSeries all = ArimaSimulation.of(ArimaSimulation.airline(12, -0.5, -0.4), 500, seed);
        ArimaForecaster forecaster =
                fitted(
                        new ArimaChoice.Fixed("airline", ArimaSimulation.airline(12, 0, 0).order()),
                        head(all, 450));
        RandomSeries.feed(forecaster, all, 450, 500);
        DifferencedSeries series = DifferencedSeries.of(all, forecaster.parameters().order());
        ArimaFit later =
                ArmaLikelihood.exact(forecaster.parameters().order(), series)
                        .fit(forecaster.parameters().coefficients());
        ArimaRecursion expected = ArimaRecursion.after(later, all);
        for (int steps : new int[] {1, 2, 12, 13, 30}) {
            assertThat(forecaster.predict(steps)).isCloseTo(expected.predict(steps), within(1e-4));
        }
    }

    @Test
    void refusesStateOfOtherSettings() {
        byte[] state = bytes(new ArimaForecaster(ArimaChoice.sarima(12)));
        ArimaForecaster other = new ArimaForecaster(ArimaChoice.sarima(24));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.restore(new StateReader(state)))
                .withMessage(
                        "state is of orders (3,2,3)(1,1,1)12 with a constant, these settings want"
                                + " (3,2,3)(1,1,1)24 with a constant");
    }

    @Test
    void keepsItsStateWithinItsBudget() {
        ArimaForecaster forecaster =
                fitted(
                        new ArimaChoice.Fixed("day", ArimaSimulation.airline(288, 0, 0).order()),
                        RandomSeries.withGaps(5, 1440));
        assertThat(bytes(forecaster).length).isLessThan(10_000);
    }

    private static RegularSeries head(RegularSeries series, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = series.at(i);
        }
        return new RegularSeries(values, new BitSet());
    }

    private static ArimaForecaster fitted(ArimaChoice choice, RegularSeries history) {
        ArimaForecaster forecaster = new ArimaForecaster(choice);
        forecaster.fit(history);
        return forecaster;
    }

    private static byte[] bytes(ArimaForecaster forecaster) {
        StateWriter out = new StateWriter();
        forecaster.save(out);
        return out.toBytes();
    }
}
