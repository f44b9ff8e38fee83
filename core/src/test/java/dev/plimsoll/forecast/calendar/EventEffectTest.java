// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventEffectTest {
    private static EventEffect learned(double... logRatios) {
        EventEffect effect = new EventEffect();
        for (double logRatio : logRatios) {
            effect.learn(logRatio, 2 * logRatio, 0, -1);
        }
        return effect;
    }

    @ParameterizedTest
    @CsvSource({"1, 0.75", "2, 0.857142857142857", "5, 0.9375"})
    void countsTheMoreTheMoreOftenItOccurred(int occurrences, double share) {
        double[] alike = new double[occurrences];
        Arrays.fill(alike, 0.8);
        EventEffect effect = learned(alike);
        assertThat(effect.logRatio(0)).isCloseTo(0.8 * share, within(1e-12));
        assertThat(effect.logRatio(1)).isCloseTo(1.6 * share, within(1e-12));
        assertThat(effect.logRatio(3)).isCloseTo(-share, within(1e-12));
    }

    @Test
    void isTheMedianSoThatOneOddOccurrenceCountsLittle() {
        assertThat(learned(0.8, 0.8, 4).logRatio(0)).isCloseTo(0.8 * 0.9, within(1e-12));
    }

    @Test
    void forgetsWhatIsMoreThanEightOccurrencesAgo() {
        double[] many = new double[30];
        Arrays.fill(many, 22, 30, 1);
        assertThat(learned(many).logRatio(0)).isCloseTo(30 / (30 + 1.0 / 3), within(1e-12));
    }
}
