// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import static dev.plimsoll.forecast.structure.MadeSeries.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often something is found where there is nothing: over 200 seeds, a week by the minute. */
class FalseAlarmTest {
    private static final int SEEDS = 200;
    private static final int WEEK = 10_080;

    @ParameterizedTest(name = "noise that keeps {0} of its last value, seeds 1 to 200")
    @CsvSource({"0, 0.2", "0.5, 0.2", "0.9, 0.08", "0.99, 0.028", "0.999, 0.01", "1, 0.002"})
    void findsNextToNothingInNoise(double kept, double deviation) {
        Map<String, Integer> alarms = new TreeMap<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            SeriesStructure structure =
                    MadeSeries.level(WEEK, 1).wander(seed, deviation, kept).structure(MINUTE);
            if (!structure.periods().isEmpty()) {
                alarms.merge("a period", 1, Integer::sum);
            }
            structure.symptoms().stream()
                    .map(symptom -> symptom.kind().name())
                    .distinct()
                    .forEach(kind -> alarms.merge(kind, 1, Integer::sum));
        }
        assertThat(alarms.values()).as(alarms.toString()).allMatch(count -> count <= SEEDS / 50);
    }
}
