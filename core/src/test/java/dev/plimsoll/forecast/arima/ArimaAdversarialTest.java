// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.HostileSeries;
import dev.plimsoll.forecast.RandomSeries;
import dev.plimsoll.forecast.RegularSeries;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hunts for fits that end in an exception, and for forecasts that are no quantity. */
class ArimaAdversarialTest {
    private static final int SERIES = 1000;
    private static final int LONGEST_HISTORY = 150;
    private static final List<Integer> HORIZONS = List.of(1, 2, 13, 600, Integer.MAX_VALUE);

    static Stream<ArimaChoice> choices() {
        return Stream.of(
                ArimaChoice.arima(),
                ArimaChoice.sarima(12),
                ArimaChoice.arimaYadav(),
                ArimaChoice.sarimaYadav());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choices")
    void givesAQuantityOnAnySeries(ArimaChoice choice) {
        for (long seed = 0; seed < SERIES; seed++) {
            RegularSeries series = HostileSeries.of(seed);
            ArimaForecaster forecaster = new ArimaForecaster(choice);
            RegularSeries history = beginning(series);
            forecaster.fit(history);
            assertQuantities(forecaster, seed);
            RandomSeries.feed(forecaster, series, history.size(), series.size());
            assertQuantities(forecaster, seed);
        }
    }

    /** Enough for every model; what comes after it is news to the fit. */
    private static RegularSeries beginning(RegularSeries series) {
        double[] values = new double[Math.min(LONGEST_HISTORY, series.size())];
        BitSet absent = new BitSet();
        for (int i = 0; i < values.length; i++) {
            absent.set(i, !series.isPresent(i));
            values[i] = series.isPresent(i) ? series.at(i) : 0;
        }
        return new RegularSeries(values, absent);
    }

    private static void assertQuantities(ArimaForecaster forecaster, long seed) {
        for (int steps : HORIZONS) {
            assertThat(forecaster.predict(steps))
                    .as("seed %d (%s), %d steps", seed, HostileSeries.kind(seed), steps)
                    .isBetween(0.0, Double.MAX_VALUE);
        }
    }
}
