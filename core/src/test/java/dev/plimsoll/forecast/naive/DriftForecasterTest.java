// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.naive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import org.junit.jupiter.api.Test;

class DriftForecasterTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new DriftForecaster();
    }

    @Test
    void drawsTheLineThroughTheFirstAndTheLastSample() {
        Forecaster forecaster = forecaster();
        forecaster.observe(10);
        forecaster.observe(500);
        forecaster.observe(16);
        assertThat(forecaster.predict(1)).isEqualTo(19);
        assertThat(forecaster.predict(10)).isEqualTo(46);
        assertThat(forecaster.name()).isEqualTo("drift");
    }

    @Test
    void countsGapsAsSteps() {
        Forecaster forecaster = forecaster();
        forecaster.observe(10);
        forecaster.observeGap();
        forecaster.observe(16);
        forecaster.observeGap();
        assertThat(forecaster.predict(1)).as("two steps after 16").isEqualTo(22);
        forecaster.observe(22);
        assertThat(forecaster.predict(1)).as("12 in 4 steps").isEqualTo(25);
    }

    @Test
    void endsAtZero() {
        Forecaster forecaster = forecaster();
        forecaster.observe(10);
        forecaster.observe(4);
        assertThat(forecaster.predict(2)).isZero();
        assertThat(forecaster.predict(Integer.MAX_VALUE)).isZero();
    }
}
