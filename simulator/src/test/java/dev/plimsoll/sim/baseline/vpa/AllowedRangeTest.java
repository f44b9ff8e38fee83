// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedRangeTest {
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({"0, 10", "9, 10", "10, 10", "15, 15", "20, 20", "21, 20"})
    void capsAtBothEnds(long amount, long capped) {
        var range = new AllowedRange(new Amount(10), new Amount(20));

        assertThat(range.cap(new Amount(amount)).units()).isEqualTo(capped);
    }

    @Test
    void mayAllowOneAmountAlone() {
        var range = new AllowedRange(new Amount(10), new Amount(10));

        assertThat(range.cap(new Amount(11)).units()).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"0, 0", "20, 10"})
    void refusesWhatAllowsNothing(long least, long most) {
        assertThatThrownBy(() -> new AllowedRange(new Amount(least), new Amount(most)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("allowed from %d to %d: give".formatted(least, most));
    }
}
