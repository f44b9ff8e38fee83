// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.RegularSeries;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderSearchTest {
    private static final ArimaParameters NOISE =
            ArimaSimulation.model(ArimaOrder.of(0, 0, 0), List.of(), List.of());
    private static final ArimaParameters WALK =
            ArimaSimulation.model(ArimaOrder.of(0, 1, 0), List.of(), List.of());
    private static final ArimaParameters PULLED =
            ArimaSimulation.model(ArimaOrder.of(1, 0, 0), List.of(0.7), List.of());
    private static final ArimaParameters SMOOTHED =
            ArimaSimulation.model(ArimaOrder.of(0, 1, 1), List.of(), List.of(-0.6));

    @Test
    void findsTheTrueOrdersMostOfTheTime() {
        assertThat(hits(NOISE)).isGreaterThanOrEqualTo(12);
        assertThat(hits(WALK)).isGreaterThanOrEqualTo(12);
        assertThat(hits(PULLED)).isGreaterThanOrEqualTo(12);
        assertThat(hits(SMOOTHED)).isGreaterThanOrEqualTo(12);
    }

    /** How many of 20 series give the orders that they were made with, constants aside. */
    private static long hits(ArimaParameters model) {
        return LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> ArimaSimulation.of(model, 500, seed))
                .map(series -> orderOf(series, ArimaChoice.arima()))
                .filter(order -> order.regular().equals(model.order().regular()))
                .count();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isHardlyWorseThanTheTruthOnItsOwnGround(long seed) {
        ArimaParameters model =
                ArimaSimulation.model(ArimaOrder.of(2, 0, 1), List.of(1.2, -0.5), List.of(0.4));
        RegularSeries series = ArimaSimulation.of(model, 600, seed);
        ArimaFit found = OrderSearch.best(ArimaChoice.arima().largest(), series).orElseThrow();
        assertThat(found.parameters().variance()).isBetween(0.85, 1.15);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aStrongSeasonIsDifferenced(long seed) {
        ArimaOrder order = orderOf(wave(12, 240, seed), ArimaChoice.sarima(12));
        assertThat(order.seasonal().d()).isEqualTo(1);
        assertThat(order.seasonal().q() + order.seasonal().p()).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSeasonThatChangesSlowlyIsDifferencedToo(long seed) {
        RegularSeries series =
                ArimaSimulation.of(ArimaSimulation.airline(12, -0.5, -0.4), 400, seed);
        assertThat(orderOf(series, ArimaChoice.sarima(12)).seasonal().d()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noiseIsNoSeason(long seed) {
        RegularSeries series = ArimaSimulation.of(NOISE, 40, seed);
        assertThat(Differencing.of(series, ArimaChoice.sarima(12).largest()).seasonal().d())
                .isZero();
    }

    @Test
    void aDayOfFiveMinuteStepsIsFound() {
        ArimaOrder order = orderOf(wave(288, 4 * 288, 1), ArimaChoice.sarima(288));
        assertThat(order.seasonal().d()).isEqualTo(1);
        assertThat(order.period()).isEqualTo(288);
    }

    @Test
    void withLessThanThreePeriodsThereIsNoSeason() {
        RegularSeries series = ArimaSimulation.of(ArimaSimulation.airline(288, -0.4, -0.5), 800, 1);
        assertThat(orderOf(series, ArimaChoice.sarima(288)).period()).isEqualTo(1);
    }

    /** A season of three times the noise's size, under noise that clings a little. */
    private static RegularSeries wave(int period, int size, long seed) {
        double[] samples = ArimaSimulation.samples(PULLED, size, seed);
        for (int i = 0; i < size; i++) {
            samples[i] += 5 + 5 * StrictMath.sin(2 * Math.PI * i / period);
        }
        return new RegularSeries(samples, new BitSet());
    }

    private static ArimaOrder orderOf(RegularSeries series, ArimaChoice choice) {
        return OrderSearch.best(choice.largest(), series).orElseThrow().parameters().order();
    }
}
