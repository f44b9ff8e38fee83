// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which events touch which step of a series. Step 0 begins at {@code firstStep} and is the first
 * that a forecaster is told of, present or absent. An event touches every step that it shares time
 * with. Immutable.
 */
public final class EventCalendar {
    private final Instant firstStep;
    private final long stepMillis;
    private final long[] turns;
    private final List<List<EventSpan>> active;

    /**
     * @param step the time between two samples, in whole milliseconds
     * @param events in any order; one that is listed twice counts once
     */
    public EventCalendar(Instant firstStep, Duration step, List<CalendarEvent> events) {
        this.firstStep = firstStep;
        this.stepMillis = wholeMillis(step);
        List<EventSpan> spans =
                events.stream()
                        .filter(event -> event.end().isAfter(firstStep))
                        .map(this::span)
                        .distinct()
                        .toList();
        this.turns = turns(spans);
        this.active = Arrays.stream(turns).mapToObj(turn -> touching(spans, turn)).toList();
    }

    private static long wholeMillis(Duration step) {
        if (!step.isPositive() || !step.equals(step.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException(
                    "step %s must be a positive number of whole milliseconds".formatted(step));
        }
        return step.toMillis();
    }

    private EventSpan span(CalendarEvent event) {
        long first = Math.floorDiv(millisUntil(event.start()), stepMillis);
        long end = Math.ceilDiv(millisUntil(event.end()), stepMillis);
        return new EventSpan(event.name(), first, Math.max(end, first + 1));
    }

    private long millisUntil(Instant instant) {
        return ChronoUnit.MILLIS.between(firstStep, instant);
    }

    /** The steps at which other events are active than at the step before. */
    private static long[] turns(List<EventSpan> spans) {
        return spans.stream()
                .flatMapToLong(span -> LongStream.of(span.first(), span.end()))
                .sorted()
                .distinct()
                .toArray();
    }

    private static List<EventSpan> touching(List<EventSpan> spans, long step) {
        List<EventSpan> touching = new ArrayList<>();
        for (EventSpan span : spans) {
            if (span.first() <= step && step < span.end()) {
                touching.add(span);
            }
        }
        return List.copyOf(touching);
    }

    /** The events that touch a step, in the order in which they were given. */
    List<EventSpan> at(long step) {
        int found = Arrays.binarySearch(turns, step);
        int turn = found >= 0 ? found : -found - 2;
        return turn < 0 ? List.of() : active.get(turn);
    }

    Instant firstStep() {
        return firstStep;
    }

    long stepMillis() {
        return stepMillis;
    }
}
