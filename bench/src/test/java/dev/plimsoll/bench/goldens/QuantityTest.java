// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, 0",
        "1, 1",
        "0.05, 0.05",
        "50m, 0.05",
        "0.3, 0.3",
        "300m, 0.3",
        "0.0005, 0.0005"
    })
    void isReadInThousandthsAndTheirThousandths(String text, double value) {
        assertThat(Quantity.parse(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "a", "1 m"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("give a quantity, e.g. 0.1 or 100m");
    }
}
