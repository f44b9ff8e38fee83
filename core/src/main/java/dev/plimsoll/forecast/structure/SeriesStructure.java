// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import dev.plimsoll.forecast.RegularSeries;
import java.util.List;

/**
 * What a series shows by itself: after which periods it repeats itself, and what is odd about it.
 * Nothing of it is configured but the step.
 *
 * <p>The series is bridged over its gaps and cut at {@value Calm#MOST_DEVIATIONS} usual spreads; in
 * that, periods are searched and their seasons measured. Symptoms are then looked for in the series
 * itself, less its seasons where these would hide them. Thresholds are set for few false alarms: in
 * white noise, autoregressive noise and random walks next to nothing is found. Pure.
 *
 * @param periods the strongest first; none where nothing repeats itself at least twice
 * @param symptoms in the order of their kinds, those of one kind in the order of time
 */
public record SeriesStructure(List<SeasonalPeriod> periods, List<Symptom> symptoms) {
    private static final double CALM_DEVIATIONS = 8;
    private static final double MOST_DEVIATIONS = 100;
    private static final double SHORTEST_STEP = 1e-3;
    private static final double LONGEST_STEP = 1e9;

    public SeriesStructure {
        periods = List.copyOf(periods);
        symptoms = List.copyOf(symptoms);
    }

    /**
     * The structure of a series, which may be empty or without any present sample.
     *
     * @param stepSeconds from one sample to the next, from a millisecond to 1e9 s
     */
    public static SeriesStructure of(RegularSeries series, double stepSeconds) {
        if (!(stepSeconds >= SHORTEST_STEP && stepSeconds <= LONGEST_STEP)) {
            throw new IllegalArgumentException(
                    "stepSeconds is %s, must be between %s and %s"
                            .formatted(stepSeconds, SHORTEST_STEP, LONGEST_STEP));
        }
        BridgedSeries bridged = new BridgedSeries(series, stepSeconds);
        Spread spread = Spread.of(bridged.values());
        double[] high = spread.deviations(bridged.values(), MOST_DEVIATIONS);
        Seasons seasons = new Seasons(high, periods(bridged, spread));
        double[] unseasonal = unseasonal(bridged, seasons, spread.deviation());
        return new SeriesStructure(
                seasons.periods(), new SymptomSearch(bridged, unseasonal).symptoms());
    }

    private static List<Integer> periods(BridgedSeries series, Spread spread) {
        boolean mostlyReal = 2 * series.present() > series.size();
        double[] calm = spread.deviations(series.values(), CALM_DEVIATIONS);
        return mostlyReal ? PeriodSearch.periods(calm, series.stepSeconds()) : List.of();
    }

    private static double[] unseasonal(BridgedSeries series, Seasons seasons, double unit) {
        double[] values = series.values();
        for (int i = 0; i < values.length; i++) {
            values[i] -= seasons.at(i) * unit;
        }
        return values;
    }
}
