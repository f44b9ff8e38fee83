// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.ArrayList;
import java.util.List;

/** All symptoms of a series, in the order of their kinds. */
final class SymptomSearch {
    private final BridgedSeries series;
    private final double[] unseasonal;
    private final List<Symptom> found = new ArrayList<>();

    /**
     * @param unseasonal the series less its seasons
     */
    SymptomSearch(BridgedSeries series, double[] unseasonal) {
        this.series = series;
        this.unseasonal = unseasonal;
    }

    List<Symptom> symptoms() {
        addHistory();
        Extremes extremes = Extremes.of(series);
        if (extremes.areEqual()) {
            extremes.constant(series).ifPresent(found::add);
        } else {
            addShape(extremes);
        }
        return found;
    }

    private void addHistory() {
        double seconds = series.seconds(series.size());
        if (seconds < 2 * CalendarPeriods.DAY_SECONDS) {
            found.add(new Symptom.ShortHistory(seconds));
        }
        Gaps.missing(series).ifPresent(found::add);
    }

    private void addShape(Extremes extremes) {
        BlockLevels levels = new BlockLevels(unseasonal);
        Standstill.stuck(series, extremes).ifPresent(found::add);
        Ceiling.saturated(series, extremes).ifPresent(found::add);
        found.addAll(new LevelShifts(series, unseasonal, levels).found());
        Drift.trend(series, levels).ifPresent(found::add);
        Pauses.intermittent(series)
                .or(() -> new Strays(series, unseasonal, levels).found())
                .ifPresent(found::add);
    }
}
