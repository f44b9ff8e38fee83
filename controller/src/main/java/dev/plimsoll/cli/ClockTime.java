// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time since the start of a scenario as people write it: {@code 08:52} or {@code 08:52:30}. */
final class ClockTime {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d))?");

    private ClockTime() {}

    /** Reads a time that lies within so many seconds. */
    static Duration parse(String text, String option, long seconds) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    option, "time", text, "write hours and minutes since the start, e.g. 00:52");
        }
        long at =
                Long.parseLong(matcher.group(1)) * 3600
                        + Long.parseLong(matcher.group(2)) * 60
                        + (matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3)));
        if (at > seconds) {
            throw new InvalidInputException(
                    option,
                    "time",
                    text,
                    "the scenario lasts %02d:%02d".formatted(seconds / 3600, seconds / 60 % 60));
        }
        return Duration.ofSeconds(at);
    }
}
