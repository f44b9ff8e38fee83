// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HorizonErrorsTest {
    @Test
    void comparesEachSampleWithThePredictionMadeAHorizonBefore() {
        HorizonErrors errors = new HorizonErrors(2, 10);
        expectAndScore(errors, 100, 0, 0);
        expectAndScore(errors, 200, 0, 0);
        assertThat(errors.size()).isZero();
        expectAndScore(errors, 300, 107, 1);
        assertThat(errors.quantiles()).containsOnly(7);
        expectAndScore(errors, 400, 207, 2);
        assertThat(errors.quantiles()).containsOnly(7);
    }

    /** A sample arrives, and the next prediction is made. */
    private static void expectAndScore(
            HorizonErrors errors, double prediction, double sample, int sizeAfter) {
        errors.score(sample);
        assertThat(errors.size()).isEqualTo(sizeAfter);
        errors.expect(prediction);
    }

    @Test
    void anAbsentSampleTeachesNothingButTimeMovesOn() {
        HorizonErrors errors = new HorizonErrors(2, 10);
        errors.expect(100);
        errors.expect(200);
        errors.expect(300);
        errors.score(205);
        assertThat(errors.quantiles()).containsOnly(5);
    }

    @Test
    void quantilesLieAtTheirRankAmongNPlusOneSpaces() {
        HorizonErrors errors = withErrors(10, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        // ranks 0.5 (cut to the least), 2.5, 5, 7.5, 9.5 (cut to the greatest)
        assertThat(errors.quantiles())
                .containsExactly(new double[] {1, 2.5, 5, 7.5, 9}, within(1e-12));
    }

    @Test
    void forgetsTheOldest() {
        HorizonErrors errors = withErrors(3, 1000, 1, 1, 1);
        assertThat(errors.size()).isEqualTo(3);
        assertThat(errors.quantiles()).containsOnly(1);
    }

    @Test
    void keepsEveryTwentiethOfALongHorizon() {
        HorizonErrors errors = new HorizonErrors(60, 100);
        for (int i = 0; i < 120; i++) {
            errors.score(0);
            errors.expect(0);
        }
        assertThat(errors.size()).isEqualTo(20);
    }

    private static HorizonErrors withErrors(int recent, double... values) {
        HorizonErrors errors = new HorizonErrors(1, recent);
        errors.expect(0);
        for (double value : values) {
            errors.score(value);
            errors.expect(0);
        }
        return errors;
    }
}
