// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.RegularSeries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencingTest {
    @Test
    void theStatisticOfStationarityByHand() {
        // mean 3, deviations −2 −1 1 2, sums −2 −3 −2 0: Σ² = 17; n = 4, no lags: variance 10/4
        double statistic = Stationarity.statistic(new double[] {1, 2, 4, 5});
        assertThat(statistic).isCloseTo(17 / 16.0 / 2.5, within(1e-12));
    }

    @Test
    void theStatisticWeighsAutocovariancesByTheirLag() {
        // 19 samples have one lag, of weight ½: alternating ±1 around 1/19
        double[] samples = IntStream.range(0, 19).mapToDouble(i -> i % 2 == 0 ? 1 : -1).toArray();
        double mean = 1 / 19.0;
        double up = 1 - mean;
        double down = -1 - mean;
        double variance = (10 * up * up + 9 * down * down + 18 * up * down) / 19;
        double squares = 0;
        for (int i = 1; i <= 19; i++) {
            double sum = (i % 2) - i * mean;
            squares += sum * sum;
        }
        assertThat(Stationarity.statistic(samples))
                .isCloseTo(squares / 361 / variance, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2"})
    void findsHowOftenASeriesWasSummedUp(int sums, int differences) {
        double[] samples = new SplittableRandom(4).doubles(400, -1, 1).toArray();
        for (int i = 0; i < sums; i++) {
            Arrays.parallelPrefix(samples, Double::sum);
        }
        double least = Arrays.stream(samples).min().orElseThrow();
        double[] lifted = Arrays.stream(samples).map(sample -> sample - least).toArray();
        ArimaOrder order =
                Differencing.of(
                        new RegularSeries(lifted, new BitSet()), ArimaChoice.arima().largest());
        assertThat(order.regular().d()).isEqualTo(differences);
        assertThat(order.constant()).isEqualTo(differences < 2);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "5, 3", "12, 3", "12, 6", "13, 4", "288, 3"})
    void noiseHasNoStrength(int period, int periods) {
        double[] noise = new SplittableRandom(1).doubles(period * periods, 0, 1).toArray();
        assertThat(SeasonalStrength.of(new RegularSeries(noise, new BitSet()), period))
                .isLessThan(0.6);
    }

    @ParameterizedTest
    @CsvSource({"5, 3", "12, 3", "12, 6", "13, 4", "288, 3"})
    void aWaveOnATrendHasFullStrengthThroughGaps(int period, int periods) {
        SplittableRandom random = new SplittableRandom(2);
        BitSet absent = new BitSet();
        double[] samples = new double[period * periods];
        for (int i = 0; i < samples.length; i++) {
            absent.set(i, random.nextInt(10) == 0);
            samples[i] =
                    10
                            + 0.5 * i / period
                            + 3 * StrictMath.sin(2 * Math.PI * i / period)
                            + 0.1 * random.nextGaussian();
        }
        assertThat(SeasonalStrength.of(new RegularSeries(samples, absent), period))
                .isGreaterThan(0.9);
    }
}
