// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The search for periods at one resolution. Candidates are the calendar's periods and the most
 * prominent of the periodogram. From the shortest to the longest, each is tried on what the ones
 * before it left: its autocorrelation has to stand on a hill there, and its cycles have to agree
 * more than chance would let them. Where it passes, its mean course is taken away.
 *
 * <p>Source of the two steps, candidates from the periodogram and confirmation by the
 * autocorrelation: Vlachos, Yu and Castelli, On Periodicity Detection and Structural Similarity,
 * SDM 2005, section 3. The demand that cycles agree is ours, against series that wander.
 */
final class PeriodScan {
    private static final int MOST_PEAKS = 8;
    private static final int MOST_SLOTS = 96;
    private static final int CALENDAR_CYCLES = 2;
    private static final int OTHER_CYCLES = 4;
    private static final double CALENDAR_CHANCE = 2e-3;
    private static final double OTHER_CHANCE = 1e-6;
    private static final double LEAST_AUTOCORRELATION = 0.05;
    private static final double WHITE_NOISE_BOUND = 3;
    private static final double FLANK = 0.25;
    private static final double RESOLUTION = 0.5;

    private final double[] rest;
    private final CalendarPeriods calendar;
    private final List<Double> found = new ArrayList<>();

    private PeriodScan(double[] values, CalendarPeriods calendar) {
        this.rest = values.clone();
        this.calendar = calendar;
    }

    /**
     * The periods of these lengths, in samples of the values given; harmonics among them.
     *
     * @param values vary about 0
     */
    static List<Double> periods(
            double[] values, CalendarPeriods calendar, double shortest, double longest) {
        PeriodScan scan = new PeriodScan(values, calendar);
        scan.candidates(shortest, longest).forEach(scan::consider);
        return scan.found;
    }

    private DoubleStream candidates(double shortest, double longest) {
        double[] known =
                calendar.between(
                                shortest, Math.min(longest, (double) rest.length / CALENDAR_CYCLES))
                        .toArray();
        double mostOther = Math.min(longest, (double) rest.length / OTHER_CYCLES);
        DoubleStream others =
                shortest > mostOther
                        ? DoubleStream.empty()
                        : new Spectrum(rest)
                                .peaks(shortest, mostOther, MOST_PEAKS).stream()
                                        .mapToDouble(peak -> peak)
                                        .filter(peak -> isNew(peak, known));
        return DoubleStream.concat(DoubleStream.of(known), others).sorted();
    }

    /** Whether it can be told from all of these. */
    private boolean isNew(double period, double[] known) {
        for (double other : known) {
            if (Math.abs(rest.length / period - rest.length / other) <= RESOLUTION) {
                return false;
            }
        }
        return true;
    }

    private void consider(double candidate) {
        double[] departures = MovingMean.departures(rest, (int) Math.round(candidate));
        if (!standsOnHill(departures, candidate)) {
            return;
        }
        boolean known = calendar.contains(candidate);
        double period = known ? candidate : PeakLag.near(departures, candidate);
        CycleAgreement agreement = CycleAgreement.of(departures, period);
        if (agreement.chance() <= (known ? CALENDAR_CHANCE : OTHER_CHANCE)) {
            SeasonalPattern.ofMeans(departures, period, MOST_SLOTS).subtractFrom(rest);
            found.add(period);
        }
    }

    private static boolean standsOnHill(double[] departures, double period) {
        double top = Autocorrelation.at(departures, (int) Math.round(period));
        double bound =
                Math.max(LEAST_AUTOCORRELATION, WHITE_NOISE_BOUND / Math.sqrt(departures.length));
        return top >= bound
                && top > Autocorrelation.at(departures, (int) Math.round(period * (1 - FLANK)))
                && top > Autocorrelation.at(departures, (int) Math.round(period * (1 + FLANK)));
    }
}
