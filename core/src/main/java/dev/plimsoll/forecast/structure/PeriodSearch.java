// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The seasonal periods of a series, at two resolutions: long ones in means of neighbouring samples,
 * short ones in the newest samples themselves. A period that is a harmonic of a longer one says
 * nothing new and is left out, unless the calendar knows it: the day stays beside the week.
 */
final class PeriodSearch {
    private static final int MOST_POINTS = 4096;
    private static final int NEWEST_SAMPLES = 2048;
    private static final int LEAST_SAMPLES = 24;
    private static final int SHORTEST = 3;
    private static final int RESOLVED = 8; // points in a period, to be found among means
    private static final int MOST_HARMONIC = 24;
    private static final double RESOLUTION = 0.5; // cycles in the whole series
    private static final int MOST_PERIODS = 4;

    private final double[] values;
    private final double stepSeconds;

    private PeriodSearch(double[] values, double stepSeconds) {
        this.values = values;
        this.stepSeconds = stepSeconds;
    }

    /**
     * At most four periods in samples, the shortest first.
     *
     * @param values vary about 0, without gaps, outliers or a trend
     */
    static List<Integer> periods(double[] values, double stepSeconds) {
        return values.length < LEAST_SAMPLES
                ? List.of()
                : new PeriodSearch(values, stepSeconds).periods();
    }

    private List<Integer> periods() {
        int perPoint = Math.ceilDiv(values.length, MOST_POINTS);
        List<Double> found = new ArrayList<>();
        if (perPoint > 1) {
            found.addAll(shortPeriods(RESOLVED * perPoint));
        }
        found.addAll(longPeriods(perPoint));
        return withoutHarmonics(found);
    }

    private List<Double> shortPeriods(double longest) {
        int newest = Math.min(NEWEST_SAMPLES, values.length);
        double[] end = Arrays.copyOfRange(values, values.length - newest, values.length);
        CalendarPeriods calendar = new CalendarPeriods(stepSeconds);
        return PeriodScan.periods(end, calendar, SHORTEST, Math.nextDown(longest)).stream()
                .map(Math::rint)
                .toList();
    }

    private List<Double> longPeriods(int perPoint) {
        int shortest = perPoint == 1 ? SHORTEST : RESOLVED;
        CalendarPeriods calendar = new CalendarPeriods(stepSeconds * perPoint);
        return PeriodScan.periods(means(perPoint), calendar, shortest, values.length).stream()
                .map(period -> period * perPoint)
                .toList();
    }

    /** Means of as many neighbours; those at the start that fill no point are left out. */
    private double[] means(int perPoint) {
        double[] means = new double[values.length / perPoint];
        int start = values.length % perPoint;
        for (int i = 0; i < means.length * perPoint; i++) {
            means[i / perPoint] += values[start + i] / perPoint;
        }
        return means;
    }

    private List<Integer> withoutHarmonics(List<Double> found) {
        CalendarPeriods calendar = new CalendarPeriods(stepSeconds);
        return found.stream()
                .filter(period -> isCalendar(calendar, period) || !isHarmonic(period, found))
                .map(period -> (int) Math.round(period))
                .distinct()
                .sorted()
                .limit(MOST_PERIODS)
                .toList();
    }

    private static boolean isCalendar(CalendarPeriods calendar, double period) {
        return calendar.between(period - 0.5, period + 0.5).findAny().isPresent();
    }

    private boolean isHarmonic(double period, List<Double> found) {
        return found.stream().anyMatch(longer -> isHarmonic(period, longer));
    }

    private boolean isHarmonic(double period, double longer) {
        double cycles = values.length / period;
        double cyclesOfLonger = values.length / longer;
        double number = Math.rint(longer / period);
        return number > 1
                && number <= MOST_HARMONIC
                && Math.abs(cycles - number * cyclesOfLonger) <= RESOLUTION;
    }
}
