// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "007, 7",
        "-1.5, -1.5",
        "+2, 2",
        "5., 5",
        ".5, 0.5",
        "6e1, 60",
        "1.5E-3, 0.0015",
        "1e+2, 100",
        "1e999, Infinity"
    })
    void reads(String text, double value) {
        assertThat(DecimalText.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "-",
                "e5",
                "1e",
                "1.2d",
                "1f",
                "0x1p3",
                "0x10",
                "NaN",
                "Infinity",
                "-Infinity",
                "1 000",
                " 1",
                "1\n",
                "1,5",
                "1.2.3",
                "--1",
                "٣"
            })
    void whatIsNoDecimalNumberIsNone(String text) {
        assertThat(DecimalText.parse(text)).isEmpty();
    }

    @Test
    void aLongCellThatIsNoNumberTakesNoLongerThanItIs() {
        assertThat(DecimalText.parse("1".repeat(1_000_000) + "x")).isEmpty();
    }
}
