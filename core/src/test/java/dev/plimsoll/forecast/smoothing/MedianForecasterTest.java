// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianForecasterTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new MedianForecaster(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheMedianOfASkewedSeries(long seed) {
        Forecaster forecaster = forecaster();
        SplittableRandom random = new SplittableRandom(seed);
        double mean = 0;
        for (int i = 0; i < 2000; i++) {
            forecaster.observe(-10 * StrictMath.log(random.nextDouble()));
            mean += i < 1500 ? 0 : forecaster.predict(1) / 500;
        }
        assertThat(mean).isCloseTo(10 * StrictMath.log(2), within(1.0));
    }

    @Test
    void aSpikeMovesItNoMoreThanAnyOtherSample() {
        Forecaster spiked = forecaster();
        Forecaster usual = forecaster();
        for (int i = 0; i < 200; i++) {
            spiked.observe(10 + i % 2);
            usual.observe(10 + i % 2);
        }
        spiked.observe(1000);
        usual.observe(11);
        spiked.observe(10);
        usual.observe(10);
        assertThat(spiked.predict(1)).isCloseTo(usual.predict(1), within(0.3));
    }
}
