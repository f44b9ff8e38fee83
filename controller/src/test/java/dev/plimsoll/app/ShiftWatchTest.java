// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.app.Conditions.Condition;
import dev.plimsoll.control.HandSetClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is said of a platform's clock that is another than ours. */
class ShiftWatchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final HandSetClock wall = new HandSetClock(Instant.parse("2026-01-05T00:00:00Z"));
    private final Conditions conditions =
            new Conditions(new Log(new PrintStream(out, true, StandardCharsets.UTF_8), wall));

    @Test
    void ofAFleetThatBeganAnewNothingIsWrong() {
        ShiftWatch watch = new ShiftWatch(Duration.ofHours(2), conditions);
        watch.meet(Duration.ofHours(2));
        assertThat(conditions.present()).isEmpty();
        assertThat(log())
                .contains("the platform's clock is 7200 s behind the journal's: what it dates is");
    }

    @Test
    void ofClocksThatAgreeNothingIsSaid() {
        new ShiftWatch(Duration.ZERO, conditions).meet(Duration.ZERO);
        assertThat(log()).isEmpty();
    }

    @Test
    void aStepIsSaidForTenMinutesAndEachAnew() {
        ShiftWatch watch = new ShiftWatch(Duration.ZERO, conditions);
        watch.meet(Duration.ofHours(1));
        wall.advance(Duration.ofMinutes(9));
        watch.meet(Duration.ofHours(1));
        assertThat(conditions.present())
                .extracting(Condition::sentence)
                .containsExactly(
                        "the platform's clock went 3600 s back, as when it is started again or held"
                                + " up: what it dates is shifted, and times of day that were"
                                + " learned are off by 3600 s");
        watch.meet(Duration.ZERO);
        wall.advance(Duration.ofMinutes(9));
        watch.meet(Duration.ZERO);
        assertThat(conditions.present())
                .extracting(Condition::sentence)
                .containsExactly(
                        "the platform's clock went 3600 s forward, as when it is started again or"
                                + " held up: what it dates is no longer shifted");
        wall.advance(Duration.ofMinutes(1));
        watch.meet(Duration.ZERO);
        assertThat(conditions.present()).isEmpty();
        assertThat(log()).contains("CLOCK_SHIFTED is over after ");
    }

    @Test
    void whatAnEarlierSessionSaidIsOver() {
        new ShiftWatch(Duration.ZERO, conditions).meet(Duration.ofHours(-1));
        assertThat(conditions.present()).hasSize(1);
        new ShiftWatch(Duration.ofHours(-1), conditions).meet(Duration.ofHours(-1));
        assertThat(conditions.present()).isEmpty();
        assertThat(log()).contains("the platform's clock is 3600 s ahead of the journal's");
    }

    private String log() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
