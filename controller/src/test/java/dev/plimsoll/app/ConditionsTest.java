// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.app.Conditions.Condition;
import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.control.HandSetClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final HandSetClock wall = new HandSetClock(START);
    private final Conditions conditions =
            new Conditions(new Log(new PrintStream(out, true, StandardCharsets.UTF_8), wall));
    private final List<String> told = new ArrayList<>();

    @Test
    void eachIsLoggedWhenItBeginsChangesAndEnds() {
        conditions.raise(Kind.CLOCK_SHIFTED, "", "by 1 s");
        conditions.raise(Kind.CLOCK_SHIFTED, "", "by 1 s");
        wall.advance(Duration.ofSeconds(2));
        conditions.raise(Kind.CLOCK_SHIFTED, "", "by 2 s");
        assertThat(conditions.present())
                .containsExactly(new Condition(Kind.CLOCK_SHIFTED, "", "by 2 s", START));
        conditions.clear(Kind.CLOCK_SHIFTED, "");
        conditions.clear(Kind.CLOCK_SHIFTED, "");
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "2026-01-05T00:00:00Z CLOCK_SHIFTED: by 1 s",
                        "2026-01-05T00:00:02Z CLOCK_SHIFTED: by 2 s",
                        "2026-01-05T00:00:02Z CLOCK_SHIFTED is over after 2s; it said: by 2 s");
        assertThat(conditions.present()).isEmpty();
    }

    @Test
    void whoListensIsToldWhenOneBeginsAndEndsButNotWhenItChanges() {
        listen();
        conditions.raise(Kind.CLOCK_SHIFTED, "", "by 1 s");
        conditions.raise(Kind.CLOCK_SHIFTED, "", "by 2 s");
        wall.advance(Duration.ofSeconds(5));
        conditions.clear(Kind.CLOCK_SHIFTED, "");
        conditions.clear(Kind.CLOCK_SHIFTED, "");
        assertThat(told)
                .containsExactly(
                        "by 1 s since 2026-01-05T00:00:00Z", "by 2 s until 2026-01-05T00:00:05Z");
    }

    @Test
    void ofManyOnlyThoseThatAreNewOrOverAreTold() {
        listen();
        conditions.set(Kind.READINGS_MISSING, List.of("a", "b"));
        conditions.set(Kind.READINGS_MISSING, List.of("b", "c"));
        assertThat(told)
                .extracting(line -> line.substring(0, 7))
                .containsExactly("a since", "b since", "a until", "c since");
    }

    @Test
    void anEndSaysForHowLongItStood() {
        conditions.raise(Kind.CLOCK_DIFFERS, "a", "a differs");
        Condition held = conditions.present().getFirst();
        assertThat(held.over(START))
                .isEqualTo("CLOCK_DIFFERS is over after 0s; it said: a differs");
        assertThat(held.over(START.plusSeconds(50 * 3600 + 125)))
                .isEqualTo("CLOCK_DIFFERS is over after 50h2m5s; it said: a differs");
    }

    private void listen() {
        conditions.listen(
                new Conditions.Listener() {
                    @Override
                    public void raised(Condition condition) {
                        told.add(condition.sentence() + " since " + condition.since());
                    }

                    @Override
                    public void over(Condition condition, Instant at) {
                        told.add(condition.sentence() + " until " + at);
                    }
                });
    }
}
