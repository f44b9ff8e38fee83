// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakeTest {
    @ParameterizedTest(name = "at {0}/s, {1}/s expected, {2} held: {3}")
    @CsvSource({
        "95,  0, 3, 1000", // ten are needed now
        " 5, 95, 3, 1000", // ten are expected to be
        " 5,  5, 1,  200", // if one is too few, two are needed
        "95,  0, 12, 1300"
    })
    void aViolationCostsAsMuchAsIsNeededThen(
            double demand, double expected, int held, double cost) {
        assertThat(new Stake(demand, 10, 100).violation(expected, held)).isEqualTo(cost);
    }
}
