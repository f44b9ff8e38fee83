// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @ParameterizedTest(name = "every {0} s at steps of {1} s")
    @CsvSource({
        "15, 5, '0 15 30 45 60'",
        "15, 10, '0 20 30 50 60'",
        "15, 60, '0 60'",
        "2, 5, '0 5 10 15 20 25 30 35 40 45 50 55 60'",
        "30, 1, '0 30 60'"
    })
    void theTurnIsAtTheFirstStepAtWhichAPeriodIsOver(int seconds, int step, String turns) {
        Period period = new Period(seconds);

        assertThat(
                        IntStream.rangeClosed(0, 60 / step)
                                .map(number -> number * step)
                                .filter(period::takeTurn)
                                .mapToObj(String::valueOf)
                                .toList())
                .isEqualTo(List.of(turns.split(" ", -1)));
    }
}
