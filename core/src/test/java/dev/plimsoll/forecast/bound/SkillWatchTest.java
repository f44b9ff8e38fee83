// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last value errs by 10, in replicas of 10/s: a twentieth of a replica, 0.5/s, is forgiven. */
class SkillWatchTest {
    private final SkillWatch watch = new SkillWatch(3);

    @ParameterizedTest
    @CsvSource({"9, true", "20.4, true", "20.6, false", "100, false"})
    void trustsWhoeverErrsLessThanTwiceAsMuchAsTheLastValue(double error, boolean trusted) {
        learn(29, error, error);
        assertThat(watch.isTrusted()).as("too early to tell").isTrue();
        learn(1, error, error);
        assertThat(watch.isTrusted()).isEqualTo(trusted);
    }

    @Test
    void oneGoodForecastIsEnough() {
        learn(500, 9, 1_000);
        assertThat(watch.isTrusted()).isTrue();
    }

    @Test
    void trustIsEarnedBackBelowWhereItWasLost() {
        learn(1_000, 30, 30);
        assertThat(watch.isTrusted()).isFalse();
        learn(5_000, 19, 19);
        assertThat(watch.isTrusted()).isFalse();
        learn(5_000, 16, 16);
        assertThat(watch.isTrusted()).isTrue();
    }

    @Test
    void aForecastThatSaysNothingDoesNotVouchForTheOthers() {
        learn(100, 1_000, Double.NaN);
        assertThat(watch.isTrusted()).isFalse();
    }

    @Test
    void aForecastThatBeginsLateIsJudgedByWhatItSaid() {
        learn(500, 100, Double.NaN);
        learn(1, 100, 100);
        assertThat(watch.isTrusted()).isFalse();
    }

    private void learn(int samples, double first, double second) {
        for (int i = 0; i < samples; i++) {
            int sign = i % 2 == 0 ? 1 : -1;
            watch.learn(new double[] {10, sign * first, -sign * second}, 10);
        }
    }
}
