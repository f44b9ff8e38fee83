// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSpanTest {
    private static final Instant START = Instant.parse("2026-01-05T07:00:00Z");

    /** min(span / 24 h, samples / 1440): sparse samples are worth less than their span. */
    @ParameterizedTest(name = "{0} samples, {1} min apart: {2} days")
    @CsvSource({"2, 1, 0.0006944444444444445", "19, 2, 0.013194444444444444", "1, 1, 0"})
    void historyIsTheLessOfSpanAndSamples(int samples, long minutesApart, double days) {
        SampleSpan span = SampleSpan.NONE;
        for (int i = 0; i < samples; i++) {
            span = span.with(START.plusSeconds(60 * minutesApart * i));
        }

        assertThat(span.intervals(Duration.ofDays(1))).isEqualTo(days);
    }

    /** 9 samples in 16 min, as many as 18 min have at half of one a minute: 9/18. */
    @Test
    void anIntervalNeedsNotBeADay() {
        var span = new SampleSpan(START, START.plusSeconds(16 * 60), 9);

        assertThat(span.intervals(Duration.ofMinutes(18))).isEqualTo(0.5);
        assertThat(span.intervals(Duration.ofSeconds(18 * 60 + 30))).isEqualTo(9 / 18.5);
    }

    @Test
    void joinsWhatEitherHas() {
        var early = new SampleSpan(START, START.plusSeconds(60), 2);
        var late = new SampleSpan(START.plusSeconds(30), START.plusSeconds(90), 3);
        var both = new SampleSpan(START, START.plusSeconds(90), 5);

        assertThat(early.joined(late)).isEqualTo(both);
        assertThat(late.joined(early)).isEqualTo(both);
        assertThat(SampleSpan.NONE.joined(early)).isEqualTo(early);
        assertThat(early.joined(SampleSpan.NONE)).isEqualTo(early);
    }
}
