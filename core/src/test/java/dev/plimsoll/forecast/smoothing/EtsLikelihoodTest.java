// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.TestSeries;
import dev.plimsoll.forecast.smoothing.EtsForm.ErrorKind;
import dev.plimsoll.forecast.smoothing.EtsForm.SeasonKind;
import dev.plimsoll.forecast.smoothing.EtsForm.TrendKind;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class EtsLikelihoodTest {
    private static final EtsParameters HALF = new EtsParameters(0.5, 0, 0, 1);

    private static EtsLikelihood likelihood(ErrorKind error, RegularSeries series) {
        EtsForm form = new EtsForm(error, TrendKind.NONE, SeasonKind.NONE);
        return new EtsLikelihood(form, ScaledHistory.of(series));
    }

    @Test
    void weighsAdditiveErrorsByTheirSquares() {
        // all divided by 1: from 1, errors 0.5 and −0.25
        EtsLikelihood likelihood = likelihood(ErrorKind.ADDITIVE, TestSeries.of(1.5, 1));
        assertThat(likelihood.of(HALF, new double[] {1}))
                .isCloseTo(2 * StrictMath.log((0.25 + 0.0625) / 2), within(1e-12));
    }

    @Test
    void weighsMultiplicativeErrorsByWhatWasExpected() {
        // expected 1 and 1.25, shares 0.5 and −0.2
        EtsLikelihood likelihood = likelihood(ErrorKind.MULTIPLICATIVE, TestSeries.of(1.5, 1));
        assertThat(likelihood.of(HALF, new double[] {1}))
                .isCloseTo(
                        2 * StrictMath.log((0.25 + 0.04) / 2) + 2 * StrictMath.log(1.25),
                        within(1e-12));
    }

    @Test
    void aGapCountsForNothing() {
        BitSet absent = new BitSet();
        absent.set(1);
        RegularSeries gappy = new RegularSeries(new double[] {1.5, 7, 1}, absent);
        for (ErrorKind error : ErrorKind.values()) {
            assertThat(likelihood(error, gappy).of(HALF, new double[] {1}))
                    .isEqualTo(likelihood(error, TestSeries.of(1.5, 1)).of(HALF, new double[] {1}));
        }
    }

    @Test
    void whatCannotBeIsFiniteAndUnlikely() {
        EtsLikelihood likelihood = likelihood(ErrorKind.MULTIPLICATIVE, TestSeries.of(1.5, 1));
        assertThat(likelihood.of(HALF, new double[] {-3})).isEqualTo(200);
        assertThat(likelihood.of(HALF, new double[] {0})).isEqualTo(200);
    }

    @Test
    void aPerfectFitIsFinite() {
        EtsLikelihood likelihood = likelihood(ErrorKind.ADDITIVE, TestSeries.of(1, 1, 1));
        assertThat(likelihood.of(HALF, new double[] {1})).isBetween(-500.0, -100.0);
    }
}
