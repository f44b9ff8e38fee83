// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCalendarTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static CalendarEvent event(String name, Duration after, Duration duration) {
        return new CalendarEvent(name, START.plus(after), duration);
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H, PT3H, 2, 5",
        "PT2H30M, PT2H, 2, 5",
        "PT2H, PT1S, 2, 3",
        "PT2H59M, PT2M, 2, 4",
        "PT-2H, PT5H, -2, 3",
        "PT-90M, PT2H, -2, 1",
        "PT876000H, PT1H, 876000, 876001"
    })
    void anEventTouchesTheStepsItSharesTimeWith(
            Duration after, Duration duration, long first, long end) {
        EventCalendar calendar =
                new EventCalendar(START, HOUR, List.of(event("launch", after, duration)));
        EventSpan span = new EventSpan("launch", first, end);
        assertThat(calendar.at(first - 1)).isEmpty();
        assertThat(calendar.at(first)).containsExactly(span);
        assertThat(calendar.at(end - 1)).containsExactly(span);
        assertThat(calendar.at(end)).isEmpty();
    }

    @Test
    void listsAllThatTouchAStepOnceEach() {
        CalendarEvent launch = event("launch", HOUR, HOUR.multipliedBy(4));
        CalendarEvent sale = event("sale", HOUR.multipliedBy(3), HOUR);
        EventCalendar calendar = new EventCalendar(START, HOUR, List.of(launch, sale, launch));
        assertThat(calendar.at(2)).extracting(EventSpan::name).containsExactly("launch");
        assertThat(calendar.at(3)).extracting(EventSpan::name).containsExactly("launch", "sale");
        assertThat(calendar.at(4)).extracting(EventSpan::name).containsExactly("launch");
        assertThat(calendar.at(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void leavesOutWhatEndedBeforeTheFirstStep() {
        CalendarEvent past = event("launch", HOUR.multipliedBy(-2), HOUR.multipliedBy(2));
        EventCalendar calendar = new EventCalendar(START, HOUR, List.of(past));
        assertThat(calendar.at(-1)).isEmpty();
    }

    @Test
    void aSpanHasFourPhases() {
        EventSpan long12 = new EventSpan("launch", 100, 112);
        assertThat(long12.phase(100)).isZero();
        assertThat(long12.phase(103)).isEqualTo(1);
        assertThat(long12.phase(111)).isEqualTo(3);
        EventSpan short2 = new EventSpan("launch", 100, 102);
        assertThat(short2.phase(100)).isZero();
        assertThat(short2.phase(101)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0005S", "PT1.0005S"})
    void refusesAStepThatIsNotWholeMilliseconds(Duration step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventCalendar(START, step, List.of()))
                .withMessage("step %s must be a positive number of whole milliseconds", step);
    }

    @Test
    void refusesEventsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(" ", HOUR, HOUR))
                .withMessage("an event needs a name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event("launch", HOUR, Duration.ZERO))
                .withMessage(
                        "duration PT0S of event launch must be positive and at most PT876000H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarEvent("launch", Instant.MAX, HOUR))
                .withMessageContaining("of event launch is not between");
    }
}
