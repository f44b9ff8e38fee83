// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.TestSeries;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledHistoryTest {
    @Test
    void beginsAtTheFirstSampleAndBridgesGaps() {
        BitSet absent = new BitSet();
        absent.set(0);
        absent.set(2, 4);
        absent.set(5);
        RegularSeries series = new RegularSeries(new double[] {9, 2, 9, 9, 8, 9}, absent);
        ScaledHistory history = ScaledHistory.of(series);
        assertThat(history.scale()).isEqualTo(8);
        assertThat(history.values()).containsExactly(0.25, 0.5, 0.75, 1, 1);
        assertThat(history.present()).containsExactly(true, false, false, true, false);
        assertThat(history.samples()).isEqualTo(2);
        assertThat(history.last()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e9, 1e-300, 5e-324, 1e30})
    void comesBackToItsUnitExactly(double value) {
        ScaledHistory history = ScaledHistory.of(TestSeries.of(value, value / 3));
        assertThat(history.values()[0]).isBetween(0.0, 2.0).isGreaterThan(0);
        assertThat(history.last()).isEqualTo(value / 3);
    }

    @Test
    void nothingIsConstant() {
        assertThat(ScaledHistory.of(TestSeries.of()).isConstant()).isTrue();
        assertThat(ScaledHistory.of(TestSeries.of(0, 0)).isConstant()).isTrue();
        assertThat(ScaledHistory.of(TestSeries.of(0, 5e-324)).isConstant()).isFalse();
    }

    @Test
    void isClearlyPositiveWhereNoSampleIsFarBelowTheMean() {
        assertThat(ScaledHistory.of(TestSeries.of(1, 50)).isClearlyPositive()).isTrue();
        assertThat(ScaledHistory.of(TestSeries.of(1, 500)).isClearlyPositive()).isFalse();
        assertThat(ScaledHistory.of(TestSeries.of(0, 1)).isClearlyPositive()).isFalse();
        assertThat(ScaledHistory.of(TestSeries.of()).isClearlyPositive()).isFalse();
    }
}
