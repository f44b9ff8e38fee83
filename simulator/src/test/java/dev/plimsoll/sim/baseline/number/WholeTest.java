// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers are what a Go 1.26 program printed on amd64. */
class WholeTest {
    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "-1.5, -1, -1",
        "2147483647.9, 2147483647, 2147483647",
        "2147483648, -2147483648, 2147483648",
        "3e9, -2147483648, 3000000000",
        "-2147483648.9, -2147483648, -2147483648",
        "-3e9, -2147483648, -3000000000",
        "1e19, -2147483648, -9223372036854775808",
        "-1e19, -2147483648, -9223372036854775808",
        "NaN, -2147483648, -9223372036854775808",
        "Infinity, -2147483648, -9223372036854775808"
    })
    void isCutOffAndTheLeastOfAllWhereItDoesNotFit(double value, int int32, long int64) {
        assertThat(Whole.int32(value)).isEqualTo(int32);
        assertThat(Whole.int64(value)).isEqualTo(int64);
    }
}
