// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:30:15Z");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-01-05T09:30:00Z, 2026-01-05T09:30:00Z",
        "2026-01-05T09:30:00.125Z, 2026-01-05T09:30:00.125Z",
        "2026-01-05T10:30:00+01:00, 2026-01-05T09:30:00Z",
        "2026-01-05T09:30Z, 2026-01-05T09:30:00Z",
        "09:30, 2026-01-05T09:30:00Z",
        "9:30:15, 2026-01-05T09:30:15Z",
        "09:30:16, 2026-01-04T09:30:16Z",
        "09:30:14.7, 2026-01-05T09:30:14.7Z",
        "09:30:15.000000001, 2026-01-04T09:30:15.000000001Z",
        "23:59, 2026-01-04T23:59:00Z",
        "10m, 2026-01-05T09:20:15Z",
        "2d, 2026-01-03T09:30:15Z",
        "0s, 2026-01-05T09:30:15Z"
    })
    void isReadByTheControllersClock(String text, String moment) {
        assertThat(Moment.parse("--at", text, () -> NOW)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "24:00",
                "09:30.5",
                "09:30:15.",
                "09:30:15.0123456789",
                "9",
                "10",
                "2026-01-05",
                "2026-01-05T09:30",
                "-1m"
            })
    void isRefusedInOneWay(String text) {
        assertThatThrownBy(() -> Moment.parse("--at", text, () -> NOW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "--at: time '%s': give 2026-01-05T09:30:00Z, a time of day like 09:30, or"
                                + " how long ago, like 10m",
                        text);
    }
}
