// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 250ms}, {@code 40s}, {@code 1.5m}, {@code 2h}, {@code
 * 30d}. The finest grain is a millisecond.
 */
public final class DurationText {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
    private static final Pattern BARE = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final BigDecimal MOST_MILLIS =
            BigDecimal.valueOf(Duration.ofDays(36_500).toMillis());

    /** The largest first. */
    private enum Unit {
        D(86_400_000),
        H(3_600_000),
        M(60_000),
        S(1000),
        MS(1);

        private final int millis;

        Unit(int millis) {
            this.millis = millis;
        }

        static BigDecimal millis(String unit) {
            return BigDecimal.valueOf(valueOf(unit.toUpperCase(Locale.ROOT)).millis);
        }
    }

    private DurationText() {}

    /** Reads a duration of zero or more, found at {@code place} for {@code field}. */
    public static Duration parse(String text, String place, String field) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            String missing = BARE.matcher(text.strip()).matches() ? "the unit is missing: " : "";
            throw new InvalidInputException(
                    place,
                    field,
                    text,
                    missing + "give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h");
        }
        BigDecimal millis =
                new BigDecimal(matcher.group(1)).multiply(Unit.millis(matcher.group(2)));
        if (millis.compareTo(MOST_MILLIS) > 0) {
            throw new InvalidInputException(place, field, text, "give at most 100 years");
        }
        if (millis.stripTrailingZeros().scale() > 0) {
            throw new InvalidInputException(place, field, text, "give whole milliseconds");
        }
        return Duration.ofMillis(millis.longValue());
    }

    /** A duration of whole milliseconds, in the largest unit that it is a multiple of. */
    public static String of(Duration duration) {
        long millis = duration.toMillis();
        for (Unit unit : Unit.values()) {
            if (millis != 0 && millis % unit.millis == 0) {
                return millis / unit.millis + unit.name().toLowerCase(Locale.ROOT);
            }
        }
        return "0s";
    }
}
