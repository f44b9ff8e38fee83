// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "250ms, 250",
        "0ms, 0",
        "0d, 0",
        "40s, 40000",
        "1.5m, 90000",
        "2h, 7200000",
        "30d, 2592000000",
        "' 5s ', 5000",
        "0.25s, 250",
        "00.001s, 1",
        "36500d, 3153600000000"
    })
    void reads(String text, long millis) {
        assertThat(DurationText.parse(text, "--x", "x")).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "s", "5", "-5s", "+5s", "5 s", "5S", "5sec", "1h30m", ".5s", "5.s", "1e3s",
                "NaNs", "1,5s", "٣s", "5s\n5s", "PT5S"
            })
    void refusesWhatIsNoDuration(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DurationText.parse(text, "web.yaml:3", "cycle"))
                .withMessageStartingWith("web.yaml:3: cycle '")
                .withMessageContaining("give a duration that is not negative");
    }

    @ParameterizedTest
    @CsvSource({"40, true", "1.5, true", "0, true", "-40, false", "40x, false", "'', false"})
    void saysThatAUnitIsMissing(String text, boolean missing) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DurationText.parse(text, "--x", "x"))
                .withMessageContaining(
                        "'%s': %sgive a duration", text, missing ? "the unit is missing: " : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"36500.00000001d", "99999999999999999999999999999999d", "876001h"})
    void refusesMoreThanAHundredYears(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DurationText.parse(text, "--x", "x"))
                .withMessageEndingWith("give at most 100 years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5ms", "1.5ms", "0.0001s", "0.000000001d"})
    void refusesPartsOfAMillisecondRatherThanCutThemOff(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DurationText.parse(text, "--x", "x"))
                .withMessageEndingWith("give whole milliseconds");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, 1ms",
        "1001, 1001ms",
        "1000, 1s",
        "90000, 90s",
        "60000, 1m",
        "3600000, 1h",
        "5400000, 90m",
        "86400000, 1d",
        "2592000000, 30d",
        "90000000, 25h"
    })
    void writes(long millis, String text) {
        assertThat(DurationText.of(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void readsWhatItWrites() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            long unit = new long[] {1, 1000, 60_000, 3_600_000}[random.nextInt(4)];
            Duration duration = Duration.ofMillis(random.nextLong(100_000) * unit);
            String text = DurationText.of(duration);
            assertThat(DurationText.parse(text, "--x", "x")).as(text).isEqualTo(duration);
        }
    }
}
