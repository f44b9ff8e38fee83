// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversions of types.go, and of a metrics server's nanocores. */
class AmountTest {
    @ParameterizedTest(name = "{0} cores: {1}")
    @CsvSource({
        "0.0205, 20",
        "1, 1000",
        "-1, 0",
        "NaN, 0",
        "1e12, 100000000000000",
        "Infinity, 100000000000000"
    })
    void cutsOffMillicores(double cores, long units) {
        assertThat(Amount.ofCores(cores).units()).isEqualTo(units);
    }

    /** 2.007 · 1000 is 2007.0000000000002 in doubles, but in nanocores a whole 2007 millicores. */
    @ParameterizedTest(name = "{0} cores measured: {1}")
    @CsvSource({"0, 0", "0.000000001, 1", "2.007, 2007", "2.0070000001, 2007", "2.007000001, 2008"})
    void beginsTheNextMillicoreOfAMeasurement(double cores, long units) {
        assertThat(Amount.ofMeasuredCores(cores).units()).isEqualTo(units);
    }

    @Test
    void scalesAndCutsOff() {
        assertThat(new Amount(25).scaled(1.0 / 3)).isEqualTo(new Amount(8));
        assertThat(Amount.MAX.scaled(1.2)).isEqualTo(Amount.MAX);
        assertThat(new Amount(1016).cores()).isEqualTo(1.016);
    }

    @Test
    void refusesLessThanNothing() {
        assertThatThrownBy(() -> new Amount(-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("units -3: an amount of a resource is at least 0");
    }
}
