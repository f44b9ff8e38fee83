// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialAutocorrelationsTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void anyNumbersGiveAStationaryAutoregression(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] point = random.doubles(5, -20, 20).toArray();
        for (int count = 0; count <= 5; count++) {
            double[] weights = PartialAutocorrelations.weights(point, 0, count);
            assertThat(PartialAutocorrelations.haveRootsBeyond(1, ArmaCoefficients.list(weights)))
                    .isTrue();
        }
    }

    @Test
    void theFirstNumbersAreThePartialAutocorrelations() {
        // r/√(1 − r²) stands for r: 0.6 for 0.75, −0.28 for −7/24; φ₁ = r₁(1 − r₂), φ₂ = r₂
        double[] weights = PartialAutocorrelations.weights(new double[] {9, 0.75, -7.0 / 24}, 1, 2);
        assertThat(weights[0]).isCloseTo(0.6 * 1.28, within(2e-4));
        assertThat(weights[1]).isCloseTo(-0.28, within(2e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "0.98, 0, true",
        "0.995, 0, false",
        "-0.995, 0, false",
        "1.2, -0.3, true",
        "0.5, 0.5, false",
        "1.99, -0.995, false",
        "0, -0.95, true"
    })
    void knowsWhichRootsAreNearOne(double first, double second, boolean far) {
        assertThat(PartialAutocorrelations.haveRootsBeyond(1.01, List.of(first, second)))
                .isEqualTo(far);
    }
}
