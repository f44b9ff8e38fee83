// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockOffsetTest {
    private static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");

    private final ClockOffset offset = new ClockOffset(Duration.ofSeconds(2));

    @Test
    void thereIsNoneBeforeItIsMeasured() {
        assertThat(offset.theirs(NOW)).isEqualTo(NOW);
        assertThat(offset.sentence()).isEmpty();
    }

    @Test
    void halfTheRoundTripIsSubtracted() {
        offset.measure(NOW, NOW.plusSeconds(2), NOW.plusSeconds(101));
        assertThat(offset.theirs(NOW)).isEqualTo(NOW.plusSeconds(100));
        assertThat(offset.ours(NOW.plusSeconds(100))).isEqualTo(NOW);
    }

    @Test
    void staysUntilItMovedByMoreThanTheTolerance() {
        measure(Duration.ofSeconds(10));
        measure(Duration.ofSeconds(12));
        measure(Duration.ofSeconds(8));
        assertThat(offset.theirs(NOW)).isEqualTo(NOW.plusSeconds(10));
        measure(Duration.ofMillis(7999));
        assertThat(offset.theirs(NOW)).isEqualTo(NOW.plusMillis(7999));
    }

    /** Hunts an answer that was long on its way and is taken for a clock that moved. */
    @Test
    void whatASlowAnswerCanExplainIsNoDifference() {
        offset.measure(NOW, NOW.plusSeconds(8), NOW.plusSeconds(8));
        assertThat(offset.theirs(NOW)).isEqualTo(NOW);
        offset.measure(NOW, NOW.plusSeconds(8), NOW.plusSeconds(11));
        assertThat(offset.theirs(NOW)).isEqualTo(NOW.plusSeconds(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT2.5S    | its clock is 2.5 s ahead of ours
                    PT-119S   | its clock is 119.0 s behind ours
                    PT-3M     | its clock is 3 min behind ours
                    PT3H      | its clock is 3 h ahead of ours
                    P327D     | its clock is 327 days ahead of ours
                    P99DT23H59M59.4S | its clock is 100 days ahead of ours
                    """)
    void saysWhatIsWorthASentence(Duration measured, String sentence) {
        measure(measured);
        assertThat(offset.sentence()).contains(sentence);
    }

    @Test
    void aClockThatWasSetRightIsNoMoreSaid() {
        measure(Duration.ofHours(1));
        measure(Duration.ofSeconds(1));
        assertThat(offset.sentence()).isEmpty();
        assertThat(offset.theirs(NOW)).isEqualTo(NOW.plusSeconds(1));
    }

    private void measure(Duration ahead) {
        offset.measure(NOW, NOW, NOW.plus(ahead));
    }
}
