// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.InvalidInputException;
import org.junit.jupiter.api.Test;

class RegularSamplesTest {
    @Test
    void missingSamplesAreAbsent() {
        RegularSeries series = series(new double[] {0, 60, 120, 240}, 5, 6, 7, 9);
        assertThat(series.size()).isEqualTo(5);
        assertThat(series.isPresent(3)).isFalse();
        assertThat(series.at(2)).isEqualTo(7);
        assertThat(series.at(4)).isEqualTo(9);
    }

    @Test
    void aSampleStandsAtTheNearestStepAndTheLaterOfTwoCounts() {
        RegularSeries series = series(new double[] {0, 10, 20, 29, 31, 40}, 1, 2, 3, 4, 5, 6);
        assertThat(series.size()).isEqualTo(5);
        assertThat(series.at(3)).isEqualTo(5);
    }

    @Test
    void stepsTooShortAndTracesTooLongAreRefused() {
        assertThatThrownBy(() -> series(new double[] {0, 0.05, 0.1}, 1, 2, 3))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("t: sample step '0.05 s': give samples of at least 0.1 s");
        assertThatThrownBy(() -> series(new double[] {0, 1, 2, 1e8}, 1, 2, 3, 4))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("100000001 samples of 1.0 s");
    }

    private static RegularSeries series(double[] times, double... values) {
        return RegularSamples.of(Trace.of("t", times, values));
    }
}
