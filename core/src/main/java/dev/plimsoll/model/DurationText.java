// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 250ms}, {@code 40s}, {@code 1.5m}, {@code 2h}, {@code
 * 30d}.
 */
public final class DurationText {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
    private static final Map<String, Integer> MILLIS =
            Map.of("ms", 1, "s", 1000, "m", 60_000, "h", 3_600_000, "d", 86_400_000);
    private static final BigDecimal MOST_MILLIS =
            BigDecimal.valueOf(Duration.ofDays(36_500).toMillis());

    private DurationText() {}

    /** Reads a duration of zero or more, found at {@code place} for {@code field}. */
    public static Duration parse(String text, String place, String field) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    place,
                    field,
                    text,
                    "give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h");
        }
        BigDecimal millis =
                new BigDecimal(matcher.group(1))
                        .multiply(BigDecimal.valueOf(MILLIS.getOrDefault(matcher.group(2), 1)));
        if (millis.compareTo(MOST_MILLIS) > 0) {
            throw new InvalidInputException(place, field, text, "give at most 100 years");
        }
        return Duration.ofMillis(millis.longValue());
    }

    /** The shortest of these forms for a duration in whole milliseconds. */
    public static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        return millis % 3_600_000 == 0 && millis > 0
                ? millis / 3_600_000 + "h"
                : millis % 60_000 == 0 && millis > 0 ? millis / 60_000 + "m" : millis / 1000 + "s";
    }
}
