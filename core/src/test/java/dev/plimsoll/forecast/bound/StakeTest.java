// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakeTest {
    @ParameterizedTest(name = "at {0}/s, {1}/s expected: {2}")
    @CsvSource({
        "95,   0, 1100", // ten are needed now, so one too few means eleven
        " 5,   5,  200",
        " 5, 195, 2000" // twenty are expected to be needed
    })
    void aViolationCostsAsMuchAsIsNeededThen(double demand, double expected, double cost) {
        assertThat(new Stake(demand, 10, 100).violation(expected)).isEqualTo(cost);
    }
}
