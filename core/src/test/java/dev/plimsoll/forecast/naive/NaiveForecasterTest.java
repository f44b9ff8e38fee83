// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.naive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import org.junit.jupiter.api.Test;

class NaiveForecasterTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new NaiveForecaster();
    }

    @Test
    void expectsTheLastKnownValue() {
        Forecaster forecaster = forecaster();
        forecaster.observe(3);
        forecaster.observe(8);
        forecaster.observeGap();
        assertThat(forecaster.predict(1)).isEqualTo(8);
        assertThat(forecaster.predict(99)).isEqualTo(8);
        assertThat(forecaster.name()).isEqualTo("naive");
    }
}
