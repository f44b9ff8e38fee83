// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NaiveForecasterTest extends ForecasterContract {
    @Override
    Forecaster forecaster() {
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
