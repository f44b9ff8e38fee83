// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.HostileSeries;
import dev.plimsoll.forecast.RegularSeries;
import java.lang.reflect.RecordComponent;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Series that break models give a structure all the same, and no number in it is none. */
class HostileStructureTest {
    private static final double[] STEPS = {1e-3, 15, 60, 3600, 86_400, 1e9};

    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyNumberIsFinite(long seed) throws ReflectiveOperationException {
        RegularSeries series = HostileSeries.of(seed);
        double step = STEPS[(int) (seed / 18 % STEPS.length)];
        SeriesStructure structure = SeriesStructure.of(series, step);
        for (SeasonalPeriod period : structure.periods()) {
            assertThat(period.samples()).isBetween(3, series.size() / 2);
            assertThat(period.strength()).isBetween(0.0, 1.0);
        }
        for (Symptom symptom : structure.symptoms()) {
            assertFinite(symptom);
            assertThat(symptom.text()).isNotBlank().doesNotEndWith(".");
            symptom.span().ifPresent(span -> assertThat(span.to()).isLessThan(series.size()));
        }
        assertThat(SeriesStructure.of(series, step)).isEqualTo(structure);
    }

    private static void assertFinite(Symptom symptom) throws ReflectiveOperationException {
        for (RecordComponent component : symptom.getClass().getRecordComponents()) {
            if (component.getType() == double.class) {
                assertThat((double) component.getAccessor().invoke(symptom))
                        .as("%s of %s", component.getName(), symptom)
                        .isFinite();
            }
        }
    }
}
