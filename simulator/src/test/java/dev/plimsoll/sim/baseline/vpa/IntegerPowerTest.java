// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegerPowerTest {
    @ParameterizedTest(name = "{0}^{1} = {2}")
    @CsvSource({
        "2, 0, 1",
        "2, 1, 2",
        "2, 10, 1024",
        "3, 5, 243",
        "2, -2, 0.25",
        "-2, 3, -8",
        "Infinity, 1, Infinity",
        "Infinity, -2, 0",
        // (1.05²)², where StrictMath.pow gives 1.2155062500000002.
        "1.05, 4, 1.21550625"
    })
    void multipliesBySquaring(double base, int exponent, double power) {
        assertThat(IntegerPower.of(base, exponent)).isEqualTo(power);
    }
}
