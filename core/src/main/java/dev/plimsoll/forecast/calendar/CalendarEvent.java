// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that is known beforehand and moves demand: a launch, a sale, a holiday. Events of one
 * name are expected to act alike.
 *
 * @param start between the years 1 and 9999
 * @param duration positive, at most 100 years
 */
public record CalendarEvent(String name, Instant start, Duration duration) {
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    static final Duration LONGEST = Duration.ofDays(36_500);

    public CalendarEvent {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an event needs a name");
        }
        if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "start %s of event %s is not between %s and %s"
                            .formatted(start, name, EARLIEST, LATEST));
        }
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "duration %s of event %s must be positive and at most %s"
                            .formatted(duration, name, LONGEST));
        }
    }

    Instant end() {
        return start.plus(duration);
    }
}
