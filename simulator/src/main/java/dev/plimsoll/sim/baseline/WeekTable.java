// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import dev.plimsoll.model.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replicas by hour of the week, as an operator writes them down. A row is named {@code DAYS/HOURS},
 * {@code DAYS} or {@code HOURS}: {@code mon-fri/8-20}, {@code sat}, {@code 22-24}; or {@code else},
 * for every hour that no other row has. Days may go round the week ({@code sat-mon}), hours not
 * round midnight, where it would not be clear whose night it is. No hour is in two rows, so their
 * order says nothing. Hours are UTC. Immutable.
 */
public final class WeekTable {
    /** The row of the hours that no other has. */
    public static final String ELSE = "else";

    private static final int DAYS = 7;
    private static final int HOURS = 24;
    private static final List<String> NAMES =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String EVERY_DAY = "mon-sun";
    private static final String ALL_DAY = "0-24";
    private static final Pattern RANGE =
            Pattern.compile("([a-z]+|\\d{1,2})(?:-([a-z]+|\\d{1,2}))?");

    private final int[] replicas;

    private WeekTable(int[] replicas) {
        this.replicas = replicas;
    }

    /** Reads a table; what is wrong with it is reported as {@code --policy} manual's. */
    public static WeekTable of(Map<String, Integer> rows) {
        int[] replicas = new int[DAYS * HOURS];
        rows.forEach((row, number) -> {
            if (!row.equals(ELSE)) {
                fill(replicas, row, number);
            }
        });
        for (int hour = 0; hour < replicas.length; hour++) {
            if (replicas[hour] == 0) {
                replicas[hour] = otherwise(rows, hour);
            }
        }
        return new WeekTable(replicas);
    }

    /** What the table has for the hour of this instant. */
    public int replicasAt(Instant instant) {
        ZonedDateTime at = instant.atZone(ZoneOffset.UTC);
        int day = at.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
        return replicas[day * HOURS + at.getHour()];
    }

    private static void fill(int[] replicas, String row, int number) {
        int slash = row.indexOf('/');
        boolean onlyHours = slash < 0 && !row.isEmpty() && Character.isDigit(row.charAt(0));
        boolean[] days =
                days(slash >= 0 ? row.substring(0, slash) : onlyHours ? EVERY_DAY : row, row);
        boolean[] hours =
                hours(slash >= 0 ? row.substring(slash + 1) : onlyHours ? row : ALL_DAY, row);
        for (int hour = 0; hour < replicas.length; hour++) {
            if (days[hour / HOURS] && hours[hour % HOURS]) {
                requireFree(replicas, hour, row);
                replicas[hour] = number;
            }
        }
    }

    private static boolean[] days(String range, String row) {
        Matcher ends = RANGE.matcher(range);
        int first = ends.matches() ? NAMES.indexOf(ends.group(1)) : -1;
        int last = first < 0 || ends.group(2) == null ? first : NAMES.indexOf(ends.group(2));
        if (first < 0 || last < 0) {
            throw refused(
                    row, "name days, hours or both, e.g. mon-fri/8-20, sat or 22-24; or else");
        }
        boolean[] days = new boolean[DAYS];
        for (int i = 0; i <= Math.floorMod(last - first, DAYS); i++) {
            days[(first + i) % DAYS] = true;
        }
        return days;
    }

    private static boolean[] hours(String range, String row) {
        Matcher ends = RANGE.matcher(range);
        boolean isRange = ends.matches() && ends.group(2) != null;
        int from = isRange ? number(ends.group(1)) : -1;
        int until = isRange ? number(ends.group(2)) : -1;
        if (from < 0 || from >= until || until > HOURS) {
            throw refused(
                    row, "give hours from 0 to 24 that do not pass midnight, e.g. 8-20 or 22-24");
        }
        boolean[] hours = new boolean[HOURS];
        Arrays.fill(hours, from, until, true);
        return hours;
    }

    /** The number, or -1 where a name stands. */
    private static int number(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : -1;
    }

    private static void requireFree(int[] replicas, int hour, String row) {
        if (replicas[hour] != 0) {
            throw refused(row, "another row has %s too; name each hour once".formatted(name(hour)));
        }
    }

    private static int otherwise(Map<String, Integer> rows, int hour) {
        Integer otherwise = rows.get(ELSE);
        if (otherwise == null) {
            throw refused(
                    String.join(":", rows.keySet()),
                    "no row has %s; name it, or give else=REPLICAS".formatted(name(hour)));
        }
        return otherwise;
    }

    private static String name(int hour) {
        return "%s %d:00".formatted(NAMES.get(hour / HOURS), hour % HOURS);
    }

    private static InvalidInputException refused(String row, String mend) {
        return new InvalidInputException("--policy", "manual", row, mend);
    }
}
