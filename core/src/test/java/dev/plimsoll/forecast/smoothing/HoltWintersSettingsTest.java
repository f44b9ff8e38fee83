// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoltWintersSettingsTest {
    @Test
    void theDefaultsAreExactlyThese() {
        assertThat(HoltWintersSettings.forPeriod(1440))
                .isEqualTo(new HoltWintersSettings(0.3, 0.02, 0.1, 0.9, new Season(1440, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0.1, 0.1, 0.9, alpha",
        "1.1,  0.1, 0.1, 0.9, alpha",
        "0.5,  NaN, 0.1, 0.9, beta",
        "0.5,  0.1, 1.1, 0.9, gamma",
        "0.5,  0.1, 0.1, 1.0, phi"
    })
    void refusesAShareThatIsNone(
            double alpha, double beta, double gamma, double phi, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new HoltWintersSettings(alpha, beta, gamma, phi, new Season(12, 1)))
                .withMessageStartingWith(named + " is");
    }
}
