// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Cadence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final Instant END = Instant.parse("2026-01-05T00:00:00Z");
    private static final Cadence CADENCE =
            new Cadence(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(7));
    private static final Duration FRESH_FOR = Duration.ofSeconds(27);

    @Test
    void isFreshUpToItsDelayAndTwoIntervalsAndStaleANanosecondLater() {
        Instant last = END.plus(FRESH_FOR);
        assertThat(Reading.of(5, END, END, CADENCE)).isEqualTo(new Reading.Fresh(5, END));
        assertThat(Reading.of(5, END, last, CADENCE)).isEqualTo(new Reading.Fresh(5, END));
        assertThat(Reading.of(5, END, last.plusNanos(1), CADENCE))
                .isEqualTo(new Reading.Stale(5, END));
    }

    @Test
    void zeroAndTheLargestNumberAreValues() {
        assertThat(Reading.of(0, END, END, CADENCE)).isEqualTo(new Reading.Fresh(0, END));
        assertThat(Reading.of(Double.MAX_VALUE, END, END, CADENCE))
                .isEqualTo(new Reading.Fresh(Double.MAX_VALUE, END));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -1,
                -Double.MIN_VALUE
            })
    void whatIsNoQuantityIsAbsentHoweverNew(double value) {
        assertThat(Reading.of(value, END, END, CADENCE))
                .isEqualTo(new Reading.Absent(Reading.Cause.INVALID));
        assertThat(Reading.of(value, END, END.plus(Duration.ofDays(1)), CADENCE))
                .isEqualTo(new Reading.Absent(Reading.Cause.INVALID));
    }
}
