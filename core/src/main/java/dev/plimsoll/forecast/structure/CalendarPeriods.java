// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The periods that people and their timetables live by: hour, day and week, in samples. */
final class CalendarPeriods {
    static final double DAY_SECONDS = 86_400;

    private static final double[] SECONDS = {3600, DAY_SECONDS, 7 * DAY_SECONDS};

    private final double[] periods;

    CalendarPeriods(double stepSeconds) {
        this.periods = Arrays.stream(SECONDS).map(seconds -> seconds / stepSeconds).toArray();
    }

    /** Those between two lengths, ascending. */
    DoubleStream between(double shortest, double longest) {
        return Arrays.stream(periods).filter(period -> period >= shortest && period <= longest);
    }

    boolean contains(double period) {
        return Arrays.stream(periods).anyMatch(own -> own == period);
    }
}
