// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Days of 48 steps with a season, noise, and launches at noon that last six hours. */
final class Launches {
    static final int DAY = 48;
    static final int LENGTH = 12;

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(30);

    private Launches() {}

    /** The step at which the launch of a day begins. */
    static int at(int day) {
        return day * DAY + DAY / 2;
    }

    /** A calendar with an event of this name on each of these days. */
    static EventCalendar named(String name, int... days) {
        return calendar(Arrays.stream(days).mapToObj(day -> event(name, at(day), LENGTH)).toList());
    }

    static EventCalendar calendar(List<CalendarEvent> events) {
        return new EventCalendar(START, STEP, events);
    }

    static CalendarEvent event(String name, int step, int length) {
        return new CalendarEvent(
                name, START.plus(STEP.multipliedBy(step)), STEP.multipliedBy(length));
    }

    /** Demand, times a factor during the launches of these days. */
    static double[] demand(long seed, double factor, int... days) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[20 * DAY];
        for (int i = 0; i < values.length; i++) {
            values[i] = quiet(i) + 3 * random.nextGaussian();
        }
        for (int day : days) {
            for (int i = at(day); i < at(day) + LENGTH; i++) {
                values[i] *= factor;
            }
        }
        return values;
    }

    /** What demand would be on average without launches. */
    static double quiet(int step) {
        return 100 + 30 * StrictMath.sin(2 * Math.PI * step / DAY);
    }
}
