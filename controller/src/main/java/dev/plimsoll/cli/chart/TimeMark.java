// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A round time that is marked on an axis, in UTC.
 *
 * @param seconds since 1970
 * @param label the time of day, or the day where marks are days apart
 * @param second what it is part of, the day or the year; empty where that is as at the mark before
 */
public record TimeMark(long seconds, String label, String second) {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;

    /** The first Monday after 1970 began, which weeks are counted from. */
    private static final long MONDAY = 4 * DAY;

    private static final List<Long> STEPS =
            List.of(
                    1L,
                    2L,
                    5L,
                    10L,
                    15L,
                    30L,
                    MINUTE,
                    2 * MINUTE,
                    5 * MINUTE,
                    10 * MINUTE,
                    15 * MINUTE,
                    30 * MINUTE,
                    HOUR,
                    2 * HOUR,
                    3 * HOUR,
                    6 * HOUR,
                    12 * HOUR,
                    DAY,
                    2 * DAY,
                    WEEK,
                    2 * WEEK);

    private static final DateTimeFormatter SECONDS = form("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = form("HH:mm");
    private static final DateTimeFormatter DATE = form("uuuu-MM-dd");
    private static final DateTimeFormatter DAY_OF_YEAR = form("MM-dd");
    private static final DateTimeFormatter YEAR = form("uuuu");

    /** At most {@code most} and one between two times in seconds since 1970. */
    public static List<TimeMark> between(double from, double to, int most) {
        long step = step((to - from) / most);
        long phase = step % WEEK == 0 ? MONDAY : 0;
        DateTimeFormatter label = step >= DAY ? DAY_OF_YEAR : step >= MINUTE ? MINUTES : SECONDS;
        DateTimeFormatter second = step >= DAY ? YEAR : DATE;
        List<TimeMark> marks = new ArrayList<>();
        String before = "";
        for (long at = firstAfter(from, step, phase); at <= to; at += step) {
            Instant instant = Instant.ofEpochSecond(at);
            String part = second.format(instant);
            marks.add(new TimeMark(at, label.format(instant), part.equals(before) ? "" : part));
            before = part;
        }
        return marks;
    }

    private static long firstAfter(double from, long step, long phase) {
        return phase + step * (long) Math.ceil((from - phase) / step);
    }

    private static long step(double least) {
        long step = STEPS.stream().filter(round -> round >= least).findFirst().orElse(4 * WEEK);
        while (step < least) {
            step *= 2;
        }
        return step;
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
