// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonTest {
    @ParameterizedTest
    @CsvSource({"24, 1, 24", "288, 1, 288", "289, 2, 145", "1440, 5, 288", "5760, 20, 288"})
    void keepsAPeriodInAtMost288Slots(int period, int slotLength, int slots) {
        assertThat(Season.of(period)).isEqualTo(new Season(period, slotLength));
        assertThat(Season.of(period).slots()).isEqualTo(slots);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 20.857142857",
        "2, 10",
        "4, 14",
        "7, 20",
        "9, 25.142857143",
        "11, 26.285714286"
    })
    void runsLinearlyBetweenTheCentresOfSlots(int position, double expected) {
        // slots 0-4, 5-9 and 10-11: centres at 2, 7 and 10.5, and the periods beside at -1.5 and 14
        double[] values = {10, 20, 29};
        assertThat(new Season(12, 5).interpolate(values, position))
                .isCloseTo(expected, within(1e-8));
    }

    @Test
    void asOneSlotItIsConstant() {
        assertThat(new Season(4, 4).interpolate(new double[] {7}, 0)).isEqualTo(7);
        assertThat(new Season(4, 4).interpolate(new double[] {7}, 3)).isEqualTo(7);
    }

    @Test
    void refusesSlotsLongerThanThePeriod() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Season(4, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Season(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Season(4, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Season(Integer.MAX_VALUE, 9));
    }
}
