// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.arima.ArimaOrder.Part;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ArimaRecursionTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void forecastsByTheFormulaOfYadavWithMinusBeforeTheta() {
        // (0,1,1) printed with theta 0.6: y(t) = y(t−1) + e(t) − 0.6·e(t−1)
        ArmaCoefficients printed = ArmaCoefficients.of(List.of(), List.of(0.6));
        ArimaRecursion recursion =
                recursion(ArimaOrder.of(0, 1, 1), printed.withSignsOfThetaReversed(), 0);
        recursion.observe(10);
        recursion.observe(12); // expected 10, e = 2
        assertThat(recursion.predict(1)).isCloseTo(12 - 0.6 * 2, CLOSE);
        recursion.observe(11); // expected 10.8, e = 0.2
        assertThat(recursion.predict(1)).isCloseTo(11 - 0.6 * 0.2, CLOSE);
        assertThat(recursion.predict(99)).isCloseTo(10.88, CLOSE);
    }

    @Test
    void forecastsThePresetOfYadavsSeasonalModelByHand() {
        // (1,1,1) printed with phi 0.5, theta 0.4: w(t) = 0.5·w(t−1) + e(t) − 0.4·e(t−1)
        ArmaCoefficients printed = ArmaCoefficients.of(List.of(0.5), List.of(0.4));
        ArimaRecursion recursion =
                recursion(ArimaOrder.of(1, 1, 1), printed.withSignsOfThetaReversed(), 0);
        recursion.observe(10);
        recursion.observe(12); // w = 2, e = 2
        assertThat(recursion.predict(1)).isCloseTo(12 + 1 - 0.8, CLOSE);
        recursion.observe(11); // w = −1, e = −1.2
        assertThat(recursion.predict(1)).isCloseTo(11 - 0.5 + 0.48, CLOSE);
        recursion.observe(13); // w = 2, e = 2.02
        assertThat(recursion.predict(1)).isCloseTo(13 + 1 - 0.808, CLOSE);
        assertThat(recursion.predict(2)).isCloseTo(13.192 + 0.5 * 0.192, CLOSE);
        assertThat(recursion.predict(Integer.MAX_VALUE)).isCloseTo(13.192 + 0.192, CLOSE);
    }

    @Test
    void returnsToTheMeanWithoutDifferences() {
        ArimaRecursion recursion =
                recursion(ArimaOrder.of(1, 0, 0), ArmaCoefficients.of(List.of(0.5), List.of()), 20);
        recursion.observe(28);
        assertThat(recursion.predict(1)).isCloseTo(24, CLOSE);
        assertThat(recursion.predict(3)).isCloseTo(21, CLOSE);
        assertThat(recursion.predict(Integer.MAX_VALUE)).isCloseTo(20, CLOSE);
    }

    @Test
    void aDriftEndsWhereThePathEnds() {
        ArimaRecursion recursion =
                recursion(ArimaOrder.of(0, 1, 0).withConstant(true), ArmaCoefficients.NONE, 2);
        recursion.observe(10);
        assertThat(recursion.predict(5)).isCloseTo(20, CLOSE);
        assertThat(recursion.predict(512)).isEqualTo(recursion.predict(1_000_000));
    }

    @Test
    void neverExpectsLessThanNothing() {
        ArimaRecursion recursion =
                recursion(ArimaOrder.of(0, 1, 0).withConstant(true), ArmaCoefficients.NONE, -2);
        recursion.observe(3);
        assertThat(recursion.predict(1)).isCloseTo(1, CLOSE);
        assertThat(recursion.predict(2)).isZero();
    }

    @Test
    void repeatsTheSeasonAtAnyDistance() {
        ArimaOrder order = ArimaOrder.of(0, 0, 0).withSeason(new Part(0, 1, 0), 5);
        ArimaRecursion recursion = recursion(order.withConstant(false), ArmaCoefficients.NONE, 0);
        for (int i = 0; i < 10; i++) {
            recursion.observe(i % 5);
        }
        for (int steps = 1; steps < 1100; steps++) {
            assertThat(recursion.predict(steps)).as("%d steps", steps).isEqualTo((steps - 1) % 5);
        }
        assertThat(recursion.predict(Integer.MAX_VALUE)).isEqualTo((Integer.MAX_VALUE - 1) % 5);
    }

    @Test
    void anAbsentSampleIsWhatWasExpected() {
        ArmaCoefficients coefficients = ArmaCoefficients.of(List.of(0.5), List.of());
        ArimaRecursion gap = recursion(ArimaOrder.of(1, 0, 0), coefficients, 20);
        ArimaRecursion expected = recursion(ArimaOrder.of(1, 0, 0), coefficients, 20);
        gap.observe(28);
        expected.observe(28);
        gap.observeGap();
        expected.observe(24);
        assertThat(gap.predict(1)).isEqualTo(expected.predict(1)).isCloseTo(22, CLOSE);
    }

    private static ArimaRecursion recursion(
            ArimaOrder order, ArmaCoefficients coefficients, double mean) {
        double past = order.regular().d() == 0 ? mean : 10;
        return new ArimaRecursion(new ArimaParameters(order, coefficients, mean, 1), past);
    }
}
