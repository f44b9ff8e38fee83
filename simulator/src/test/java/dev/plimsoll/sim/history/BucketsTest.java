// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {
    private static final Buckets THREE = Buckets.of(0.5, 0.1, 0.25, Double.POSITIVE_INFINITY);

    /** An exponential latency: its true p95 is three times its mean. */
    @ParameterizedTest(name = "a mean of {0} s reads as {1} s")
    @CsvSource({
        "0.05, 0.199", // between two bounds, a third too high
        "0.01, 0.095", // from 0 on
        "0.0834506, 0.25", // on a bound it is exact
        "10, 0.5" // beyond the last bound nothing is known
    })
    void aQuantileIsGuessedBetweenTwoBounds(double meanSeconds, double read) {
        assertThat(THREE.quantile(0.95, seconds -> StrictMath.exp(-seconds / meanSeconds)))
                .isCloseTo(read, within(0.001));
    }
}
