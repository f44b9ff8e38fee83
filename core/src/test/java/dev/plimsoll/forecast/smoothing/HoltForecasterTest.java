// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import org.junit.jupiter.api.Test;

class HoltForecasterTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new HoltForecaster(0.8, 0.3, 0.97);
    }

    @Test
    void followsTheHandWorkedExample() {
        Forecaster holt = new HoltForecaster(0.5, 0.5, 0.5);
        holt.observe(10);
        holt.observe(14);
        // e = 4, l = 10 + 0.5·4 = 12, b = 0.5·0.5·4 = 1
        assertThat(holt.predict(1)).isEqualTo(12.5);
        assertThat(holt.predict(2)).isEqualTo(12.75);
        assertThat(holt.name()).isEqualTo("holt");
    }

    @Test
    void catchesUpWithARampWithinTenSamples() {
        Forecaster holt = forecaster();
        for (int i = 0; i < 10; i++) {
            holt.observe(100 + 10 * i);
        }
        assertThat(holt.predict(3)).isCloseTo(190 + 30, within(5.0));
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoltForecaster(1.1, 0, 0))
                .withMessageContaining("alpha");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoltForecaster(1, 0, 1))
                .withMessageContaining("phi");
    }
}
