// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0 0.2 0.4 0.6 0.8 1.0",
        "0, 97, 0 20 40 60 80",
        "0, 9100, 0 2000 4000 6000 8000",
        "0, 52000, 0 10k 20k 30k 40k 50k",
        "1650000, 1750000, 1.66M 1.68M 1.70M 1.72M 1.74M",
        "0, 1.2e12, 0 0.2T 0.4T 0.6T 0.8T 1.0T 1.2T",
        "0, 1e100, 0 2.0e+99 4.0e+99 6.0e+99 8.0e+99 1.0e+100",
        "0, 2e-9, 0 5.0e-10 1.0e-09 1.5e-09 2.0e-09",
        "0.1, 0.13, 0.100 0.105 0.110 0.115 0.120 0.125 0.130",
    })
    void marksRoundValues(double low, double high, String labels) {
        assertThat(
                        ValueMarks.between(low, high, 6).stream()
                                .map(Mark::label)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T00:00:00Z, 2026-01-05T00:00:07Z, 4, 00:00:00 00:00:02 00:00:04 00:00:06",
        "2026-01-05T23:40:30Z, 2026-01-06T00:20:00Z, 4, 23:50 00:00/2026-01-06 00:10 00:20",
        "2026-01-05T10:00:00Z, 2026-01-07T10:00:00Z, 4, 12:00 00:00/2026-01-06 12:00"
                + " 00:00/2026-01-07",
        "2025-12-20T00:00:00Z, 2026-01-20T00:00:00Z, 5, 12-22 12-29 01-05/2026 01-12 01-19",
    })
    void marksRoundTimes(Instant from, Instant to, int most, String labels) {
        List<TimeMark> marks = TimeMark.between(from.getEpochSecond(), to.getEpochSecond(), most);

        assertThat(marks.getFirst().second()).isNotEmpty();
        assertThat(marks.stream().map(MarksTest::text).collect(Collectors.joining(" ")))
                .isEqualTo(
                        marks.getFirst().label()
                                + "/"
                                + marks.getFirst().second()
                                + labels.substring(marks.getFirst().label().length()));
    }

    @ParameterizedTest
    @CsvSource({"0, 4.9e-324", "1e15, 1.0000000000000002e15"})
    void refusesAnAxisThatHasNoRoundValues(double low, double high) {
        assertThatThrownBy(() -> ValueMarks.between(low, high, 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no round values can be told apart from ");
    }

    private static String text(TimeMark mark) {
        return mark.second().isEmpty() ? mark.label() : mark.label() + "/" + mark.second();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void areFewAndWithin(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            double low = StrictMath.pow(10, random.nextDouble(-9, 12));
            double high = low * (1 + StrictMath.pow(10, random.nextDouble(-4, 4)));
            int most = random.nextInt(1, 20);

            assertThat(ValueMarks.between(low, high, most))
                    .hasSizeLessThanOrEqualTo(most + 1)
                    .allMatch(mark -> mark.value() >= low * (1 - 1e-12))
                    .allMatch(mark -> mark.value() <= high * (1 + 1e-12));
            assertThat(TimeMark.between(low / 1e4, high / 1e4, most))
                    .hasSizeLessThanOrEqualTo(most + 1);
        }
    }
}
