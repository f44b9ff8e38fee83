// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A moment of the past as people write it: {@code 2026-01-05T09:30:00Z}; {@code 09:30}, {@code
 * 09:30:15} or {@code 09:30:15.25}, the last time that it was that late, in UTC; or {@code 10m}, so
 * long ago.
 */
final class Moment {
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?");

    private Moment() {}

    /**
     * Reads one.
     *
     * @param now the clock that counts, asked only where it matters
     */
    static Instant parse(String option, String text, Supplier<Instant> now) {
        if (TIME_OF_DAY.matcher(text).matches()) {
            return lastTime(timeOfDay(text), now.get());
        }
        return text.contains("T") ? instant(option, text) : now.get().minus(ago(option, text));
    }

    private static LocalTime timeOfDay(String text) {
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }

    private static Instant lastTime(LocalTime time, Instant now) {
        Instant today =
                now.atOffset(ZoneOffset.UTC).toLocalDate().atTime(time).toInstant(ZoneOffset.UTC);
        return today.isAfter(now) ? today.minus(1, ChronoUnit.DAYS) : today;
    }

    private static Instant instant(String option, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw refusal(option, text);
        }
    }

    private static Duration ago(String option, String text) {
        try {
            return DurationText.parse(text, option, "time");
        } catch (InvalidInputException e) {
            throw refusal(option, text);
        }
    }

    private static InvalidInputException refusal(String option, String text) {
        return new InvalidInputException(
                option,
                "time",
                text,
                "give 2026-01-05T09:30:00Z, a time of day like 09:30, or how long ago, like 10m");
    }
}
