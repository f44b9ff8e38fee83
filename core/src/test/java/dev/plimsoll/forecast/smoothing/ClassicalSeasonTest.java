// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClassicalSeasonTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    @Test
    void findsDifferencesOfAnOddPeriodOnALine() {
        double[] values = new double[9];
        double[] season = {4, -1, -3};
        for (int i = 0; i < values.length; i++) {
            values[i] = 10 + 2 * i + season[i % 3];
        }
        assertThat(ClassicalSeason.additive(values, 3)).containsExactly(season, EXACTLY);
    }

    @Test
    void findsDifferencesOfAnEvenPeriodOnALineInTwoPeriods() {
        double[] values = new double[8];
        double[] season = {4, -1, -5, 2};
        for (int i = 0; i < values.length; i++) {
            values[i] = 10 + 2 * i + season[i % 4];
        }
        assertThat(ClassicalSeason.additive(values, 4)).containsExactly(season, EXACTLY);
    }

    @Test
    void findsFactorsWithTheMeanOne() {
        double[] values = {150, 50, 150, 50, 150, 50};
        assertThat(ClassicalSeason.multiplicative(values, 2))
                .containsExactly(new double[] {1.5, 0.5}, EXACTLY);
    }
}
