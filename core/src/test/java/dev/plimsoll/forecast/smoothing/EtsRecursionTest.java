// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.smoothing.EtsForm.ErrorKind;
import dev.plimsoll.forecast.smoothing.EtsForm.SeasonKind;
import dev.plimsoll.forecast.smoothing.EtsForm.TrendKind;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import org.junit.jupiter.api.Test;

class EtsRecursionTest {
    private static EtsForm form(TrendKind trend, SeasonKind season) {
        return new EtsForm(ErrorKind.ADDITIVE, trend, season);
    }

    private static EtsRecursion model(
            TrendKind trend, SeasonKind season, EtsParameters parameters, double... initial) {
        return new EtsRecursion(form(trend, season), parameters, initial);
    }

    private static void observe(EtsRecursion model, double value) {
        model.pass(value - model.expected());
    }

    @Test
    void simpleSmoothingByHand() {
        EtsRecursion model =
                model(TrendKind.NONE, SeasonKind.NONE, new EtsParameters(0.25, 0, 0, 1), 10);
        observe(model, 14);
        assertThat(model.expected()).as("10 + 4/4").isEqualTo(11);
        observe(model, 7);
        assertThat(model.expected()).as("11 − 4/4").isEqualTo(10);
        model.pass(0);
        assertThat(model.ahead(1)).isEqualTo(10);
        assertThat(model.ahead(Integer.MAX_VALUE)).isEqualTo(10);
    }

    @Test
    void dampedTrendByHand() {
        EtsRecursion model =
                model(
                        TrendKind.DAMPED,
                        SeasonKind.NONE,
                        new EtsParameters(0.5, 0.25, 0, 0.5),
                        10,
                        4);
        // expected 10 + 0.5·4 = 12, e = 4: l = 12 + 2 = 14, b = 2 + 1 = 3
        observe(model, 16);
        assertThat(model.expected()).isEqualTo(15.5);
        assertThat(model.ahead(2)).isEqualTo(14 + 1.5 + 0.75);
        assertThat(model.ahead(1_000_000)).isCloseTo(14 + 3, within(1e-9));
    }

    @Test
    void aTrendThatIsNotDampedGoesOn() {
        EtsRecursion model =
                model(TrendKind.ADDITIVE, SeasonKind.NONE, new EtsParameters(0.5, 0, 0, 1), 10, 4);
        assertThat(model.ahead(100)).isEqualTo(410);
        model.pass(0);
        assertThat(model.ahead(99)).isEqualTo(410);
    }

    @Test
    void additiveSeasonByHand() {
        EtsRecursion model =
                model(
                        TrendKind.NONE,
                        SeasonKind.ADDITIVE,
                        new EtsParameters(0.5, 0, 0.25, 1),
                        10,
                        3,
                        -3);
        assertThat(model.ahead(2)).isEqualTo(7);
        // expected 13, e = 4: l = 12, the first phase 3 + 1
        observe(model, 17);
        assertThat(model.ahead(1)).isEqualTo(12 - 3);
        assertThat(model.ahead(2)).isEqualTo(12 + 4);
        assertThat(model.ahead(2_000_000)).isEqualTo(12 + 4);
    }

    @Test
    void multiplicativeSeasonByHand() {
        EtsRecursion model =
                model(
                        TrendKind.NONE,
                        SeasonKind.MULTIPLICATIVE,
                        new EtsParameters(0.5, 0, 0.25, 1),
                        10,
                        2,
                        0.5);
        // expected 20, e = 8: l = 10 + 0.5·8/2 = 12, the first phase 2 + 0.25·8/10
        observe(model, 28);
        assertThat(model.ahead(1)).isEqualTo(6);
        assertThat(model.ahead(2)).isCloseTo(12 * 2.2, within(1e-12));
    }

    @Test
    void aFactorAtMostDoublesInOneStep() {
        EtsRecursion model =
                model(
                        TrendKind.NONE,
                        SeasonKind.MULTIPLICATIVE,
                        new EtsParameters(0, 0, 1, 1),
                        1e-9,
                        1,
                        1);
        observe(model, 1e6);
        assertThat(model.ahead(2)).isEqualTo(2e-9);
    }

    @Test
    void refusesStateOfAFormThatIsNone() {
        StateWriter out = new StateWriter().putString("ETS(A,M,N)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EtsRecursion.restore(new StateReader(out.toBytes()), 1))
                .withMessageContaining("'ETS(A,M,N)'");
    }

    @Test
    void namesItsFormAsTheFieldDoes() {
        assertThat(form(TrendKind.DAMPED, SeasonKind.MULTIPLICATIVE)).hasToString("ETS(A,Ad,M)");
        assertThat(EtsForm.all()).hasSize(18).doesNotHaveDuplicates();
    }
}
