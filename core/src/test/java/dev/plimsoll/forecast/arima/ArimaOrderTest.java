// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.forecast.arima.ArimaOrder.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArimaOrderTest {
    @ParameterizedTest
    @CsvSource({"-1,0,0", "0,-1,0", "0,0,-1", "6,0,0", "0,3,0", "0,0,6"})
    void refusesOrdersThatNobodyCanEstimate(int p, int d, int q) {
        assertThatIllegalArgumentException().isThrownBy(() -> ArimaOrder.of(p, d, q));
    }

    @ParameterizedTest
    @CsvSource({"3,0,0,12", "0,2,0,12", "0,0,3,12", "1,0,0,1", "1,0,0,367", "0,0,0,0"})
    void refusesSeasonsThatNobodyCanKeep(int p, int d, int q, int period) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArimaOrder.of(1, 1, 1).withSeason(new Part(p, d, q), period));
    }

    @Test
    void aSeasonWithoutOrdersMayHaveAnyLength() {
        ArimaOrder order = ArimaOrder.of(1, 1, 1).withSeason(new Part(0, 0, 0), 5000);
        assertThat(order.effectivePeriod()).isEqualTo(1);
        assertThat(order).hasToString("(1,1,1)(0,0,0)5000");
    }

    @Test
    void theDifferencesOfASeasonalModelAreMultiplied() {
        LagPolynomial differences =
                ArimaOrder.of(0, 1, 0).withSeason(new Part(0, 1, 0), 4).differences();
        assertThat(List.of(0, 1, 2, 3, 4, 5))
                .extracting(differences::at)
                .containsExactly(1.0, -1.0, 0.0, 0.0, -1.0, 1.0);
    }

    @Test
    void parametersFitTheirOrder() {
        ArimaOrder order = ArimaOrder.of(1, 1, 0);
        ArmaCoefficients right = ArmaCoefficients.of(List.of(0.5), List.of());
        assertThat(new ArimaParameters(order.withConstant(true), right, 4, 1).constant())
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArimaParameters(order, ArmaCoefficients.NONE, 0, 1))
                .withMessage("phi has 0 values, the order wants 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArimaParameters(order, right, 4, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArimaParameters(order, right, 0, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmaCoefficients.of(List.of(Double.NaN), List.of()));
    }

    @Test
    void thetaChangesItsSignBetweenTheTwoConventions() {
        ArmaCoefficients ours =
                new ArmaCoefficients(List.of(0.5), List.of(0.4, -0.1), List.of(0.3), List.of(-0.2));
        ArmaCoefficients printed = ours.withSignsOfThetaReversed();
        assertThat(printed.phi()).containsExactly(0.5);
        assertThat(printed.theta()).containsExactly(-0.4, 0.1);
        assertThat(printed.seasonalTheta()).containsExactly(0.2);
        assertThat(printed.withSignsOfThetaReversed()).isEqualTo(ours);
    }
}
