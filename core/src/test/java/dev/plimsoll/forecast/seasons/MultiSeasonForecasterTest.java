// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.seasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.FittedForecasterContract;
import dev.plimsoll.forecast.RegularSeries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiSeasonForecasterTest extends FittedForecasterContract {
    private static final int DAY = 12;
    private static final int WEEK = 84;

    @Override
    protected FittedForecaster forecaster() {
        return new MultiSeasonForecaster(DAY, WEEK);
    }

    private static double demand(int i) {
        double day = 20 * StrictMath.sin(2 * Math.PI * i / DAY);
        return 100 + day - (i % WEEK >= 60 ? 40 : 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsBothSeasonsUnderAutocorrelatedNoise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[6 * WEEK];
        double error = 0;
        for (int i = 0; i < values.length; i++) {
            error = 0.7 * error + random.nextGaussian();
            values[i] = demand(i) + error;
        }
        FittedForecaster forecaster = forecaster();
        forecaster.fit(new RegularSeries(values, new BitSet()));
        assertThat(forecaster.predict(1))
                .as("the next error is expected to be 0.7 of this one")
                .isCloseTo(demand(values.length) + 0.7 * error, within(2.0));
        for (int steps = 10; steps <= 2 * WEEK; steps++) {
            assertThat(forecaster.predict(steps))
                    .as("%d steps", steps)
                    .isCloseTo(demand(values.length + steps - 1), within(5.0));
        }
    }

    @Test
    void withOneWeekOfHistoryOnlyTheDayIsKnown() {
        double[] values = new double[5 * DAY];
        Arrays.setAll(values, i -> 50 + (i % DAY == 3 ? 30 : 0));
        FittedForecaster forecaster = forecaster();
        forecaster.fit(new RegularSeries(values, new BitSet()));
        assertThat(forecaster.predict(4)).isCloseTo(80, within(0.5));
        assertThat(forecaster.predict(5)).isCloseTo(50, within(0.5));
        assertThat(forecaster.name()).isEqualTo("multi-season");
    }

    @Test
    void refusesALongSeasonThatIsNotLonger() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MultiSeasonForecaster(24, 24));
    }
}
