// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegretTest {
    @ParameterizedTest
    @CsvSource({
        "1,     0,     100,  0.005", // the oracle itself
        "1.004, 0,     100,  0.005",
        "1.006, 0,     100,  0.006",
        "0.7,   0.002, 100,  0.005", // 0.7 + 0.2 − 1 is below the floor
        "1.2,   0.001, 10,   0.21",
        "1.2,   0.001, 100,  0.3",
        "1.2,   0.001, 1000, 1.2"
    })
    void regretIsHoursAndViolationsBeyondTheOracle(
            double relativeHours, double violations, double violationCost, double expected) {
        Regret regret = new Regret(relativeHours, violations);

        assertThat(regret.at(violationCost)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0", "NaN, 0", "Infinity, 0", "1, -0.1", "1, 1.1", "1, NaN"})
    void impossibleRatiosAreRefused(double relativeHours, double violations) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Regret(relativeHours, violations));
    }
}
