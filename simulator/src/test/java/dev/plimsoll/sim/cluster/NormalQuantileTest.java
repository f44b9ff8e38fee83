// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {
    @ParameterizedTest
    @CsvSource({
        "1e-15, -7.941345326170995",
        "1e-12, -7.034483825301132",
        "1e-06, -4.753424308822899",
        "0.001, -3.090232306167813",
        "0.05, -1.6448536269514726",
        "0.0750001, -1.4395307645017297",
        "0.25, -0.6744897501960817",
        "0.5, 0.0",
        "0.6, 0.2533471031357998",
        "0.925, 1.439531470938456",
        "0.975, 1.9599639845400536",
        "0.999, 3.090232306167813"
    })
    void agreesWithTheTables(double probability, double expected) {
        assertThat(NormalQuantile.of(probability)).isCloseTo(expected, within(1e-13));
    }
}
