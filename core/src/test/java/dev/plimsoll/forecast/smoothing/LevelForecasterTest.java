// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import org.junit.jupiter.api.Test;

class LevelForecasterTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new LevelForecaster(0.25);
    }

    @Test
    void movesByItsShareOfEachSurprise() {
        Forecaster forecaster = forecaster();
        forecaster.observe(8);
        forecaster.observe(16);
        forecaster.observeGap();
        assertThat(forecaster.predict(1)).isEqualTo(10);
        forecaster.observe(2);
        assertThat(forecaster.predict(9)).isEqualTo(8);
        assertThat(forecaster.name()).isEqualTo("level");
    }

    @Test
    void refusesAnAlphaBeyondOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LevelForecaster(1.01));
    }
}
