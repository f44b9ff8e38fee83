// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.BitSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link FittedForecaster} promises besides, whatever it is fitted to. */
public abstract class FittedForecasterContract extends ForecasterContract {
    private static final int[] HORIZONS = {1, 2, 12, 13, 500, Integer.MAX_VALUE};

    @Override
    protected abstract FittedForecaster forecaster();

    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesHostileHistories(long seed) {
        RegularSeries series = HostileSeries.of(seed);
        FittedForecaster fitted = forecaster();
        RandomSeries.feed(fitted, series, 0, series.size());
        fitted.fit(series);
        assertPlausible(fitted, seed);
        RegularSeries next = HostileSeries.of(seed + 1);
        RandomSeries.feed(fitted, next, 0, Math.min(20, next.size()));
        assertPlausible(fitted, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survivesHostileSeriesSampleBySample(long seed) {
        RegularSeries series = HostileSeries.of(seed);
        Forecaster forecaster = new SelfFitting(forecaster(), 30, 200);
        for (int i = 0; i < series.size(); i++) {
            RandomSeries.feed(forecaster, series, i, i + 1);
            assertPlausible(forecaster, seed);
        }
    }

    private static void assertPlausible(Forecaster forecaster, long seed) {
        for (int steps : HORIZONS) {
            double predicted = forecaster.predict(steps);
            if (!(predicted >= 0 && predicted <= Double.MAX_VALUE)) {
                throw new AssertionError(
                        "%s, %d steps: %s".formatted(HostileSeries.kind(seed), steps, predicted));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void forgetsAtAFitWhatCameBefore(long seed) {
        RegularSeries series = RandomSeries.withGaps(seed, 100);
        FittedForecaster fresh = forecaster();
        fresh.fit(series);
        FittedForecaster worn = forecaster();
        worn.fit(RandomSeries.withGaps(seed + 100, 60));
        RandomSeries.feed(worn, HostileSeries.of(seed), 0, HostileSeries.of(seed).size());
        worn.fit(series);
        assertThat(bytes(worn)).isEqualTo(bytes(fresh));
    }

    @Test
    void isNaiveAfterAFitToNothing() {
        FittedForecaster fitted = forecaster();
        fitted.observe(5);
        fitted.fit(TestSeries.of());
        assertThat(fitted.predict(1)).isZero();
        fitted.observe(6);
        assertThat(fitted.predict(9)).isEqualTo(6);
    }

    @Test
    void isNaiveAfterAFitToOneSample() {
        FittedForecaster fitted = forecaster();
        fitted.fit(TestSeries.of(8));
        assertThat(fitted.predict(3)).isEqualTo(8);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void followsItsSeriesInWhateverUnit(long seed) {
        RegularSeries series = RandomSeries.withGaps(seed, 100);
        double unit = 1024;
        FittedForecaster small = forecaster();
        FittedForecaster large = forecaster();
        small.fit(series);
        large.fit(times(series, unit));
        assertThat(large.predict(5)).isCloseTo(unit * small.predict(5), withinPercentage(0.01));
    }

    private static RegularSeries times(RegularSeries series, double factor) {
        double[] values = new double[series.size()];
        BitSet absent = new BitSet();
        for (int i = 0; i < values.length; i++) {
            absent.set(i, !series.isPresent(i));
            values[i] = series.isPresent(i) ? factor * series.at(i) : 0;
        }
        return new RegularSeries(values, absent);
    }
}
