// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastModelTest {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final int DAY = 5_760;

    /** Ten days of 15 s; the forecast is made where the day's wave is steepest. */
    @ParameterizedTest
    @EnumSource(names = {"SARIMA", "THETA", "SVR"})
    void knowsTheDayAtFifteenSeconds(ForecastModel model) {
        Forecaster forecaster = model.every(INTERVAL);
        SplittableRandom random = new SplittableRandom(5);
        int samples = 10 * DAY;
        for (int i = 0; i < samples; i++) {
            forecaster.observe(wave(i) + random.nextDouble(-20, 20));
        }

        double hourAhead = Math.abs(forecaster.predict(240) - wave(samples + 239));
        assertThat(hourAhead).isLessThan(0.5 * Math.abs(wave(samples) - wave(samples + 239)));
    }

    private static double wave(int i) {
        return 1_000 + 500 * StrictMath.sin(2 * Math.PI * i / DAY);
    }

    /** What is sampled seldom enough is not thinned out further. */
    @ParameterizedTest
    @CsvSource({"ARIMA, 60", "SVR, 60", "SARIMA, 300", "THETA, 300", "NAIVE, 15", "DRIFT, 1"})
    void seesEverySampleWhereThatIsSeldomEnough(ForecastModel model, int seconds) {
        Forecaster every = model.every(Duration.ofSeconds(seconds));
        assertThat(bytes(every)).isEqualTo(bytes(model.create(86_400 / seconds)));
    }

    @ParameterizedTest
    @CsvSource({"ARIMA, 15, 4", "SVR, 40, 2", "SARIMA, 15, 20", "SARIMA, 200, 2", "ETS, 1, 60"})
    void othersSeeMeans(ForecastModel model, int seconds, int block) {
        Forecaster every = model.every(Duration.ofSeconds(seconds));
        for (int i = 0; i < block - 1; i++) {
            every.observe(100 + i);
        }
        every.observe(200);
        assertThat(every.predict(1)).isBetween(100.0, 199.0);
    }

    private static byte[] bytes(Forecaster forecaster) {
        StateWriter out = new StateWriter();
        forecaster.save(out);
        return out.toBytes();
    }
}
