// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import dev.plimsoll.model.StateReader;
import org.junit.jupiter.api.Test;

class SeasonalNaiveForecasterTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new SeasonalNaiveForecaster(12);
    }

    @Test
    void repeatsTheLastPeriodAtAnyDistance() {
        Forecaster forecaster = observed(3, 1, 2, 3, 10, 20);
        assertThat(forecaster.predict(1)).isEqualTo(3);
        assertThat(forecaster.predict(2)).isEqualTo(10);
        assertThat(forecaster.predict(3)).isEqualTo(20);
        assertThat(forecaster.predict(4)).isEqualTo(3);
        assertThat(forecaster.name()).isEqualTo("seasonal-naive");
    }

    @Test
    void isNaiveUntilAPeriodWasSeen() {
        Forecaster forecaster = observed(3, 1, 2);
        assertThat(forecaster.predict(2)).isEqualTo(2);
        forecaster.observe(3);
        assertThat(forecaster.predict(2)).isEqualTo(2);
        assertThat(forecaster.predict(1)).isEqualTo(1);
    }

    @Test
    void aGapLeavesWhatIsKnownOfItsPhase() {
        Forecaster forecaster = observed(3, 1, 2, 3, 10);
        forecaster.observeGap();
        assertThat(forecaster.predict(3)).isEqualTo(2);
    }

    @Test
    void aGapInTheFirstPeriodTakesTheValueBeforeIt() {
        Forecaster forecaster = observed(3, 5);
        forecaster.observeGap();
        forecaster.observe(9);
        assertThat(forecaster.predict(2)).isEqualTo(5);
    }

    @Test
    void refusesStateOfAnotherPeriod() {
        byte[] state = bytes(new SeasonalNaiveForecaster(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().restore(new StateReader(state)))
                .withMessage("state has an array of 5, these settings want 12");
    }

    private static Forecaster observed(int period, double... values) {
        Forecaster forecaster = new SeasonalNaiveForecaster(period);
        for (double value : values) {
            forecaster.observe(value);
        }
        return forecaster;
    }
}
