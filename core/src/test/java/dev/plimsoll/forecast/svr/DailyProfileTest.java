// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DailyProfileTest {
    private static DailyProfile seen(int period, double... values) {
        DailyProfile profile = new DailyProfile(period);
        for (double value : values) {
            profile.take(value);
        }
        return profile;
    }

    @Test
    void isUnknownUntilADayHasEnded() {
        DailyProfile profile = seen(3, 5, 6);
        assertThat(profile.known()).isFalse();
        profile.take(7);
        assertThat(profile.known()).isTrue();
        assertThat(profile.at(0)).isEqualTo(5);
        assertThat(profile.at(2)).isEqualTo(7);
    }

    @Test
    void movesByHalfThenByLess() {
        DailyProfile profile = seen(2, 0, 100, 10, 100);
        assertThat(profile.at(0)).isEqualTo(5);
        assertThat(profile.at(1)).isEqualTo(100);
        profile.take(15);
        assertThat(profile.at(0)).as("not before the day ends").isEqualTo(5);
        profile.take(100);
        assertThat(profile.at(0)).isCloseTo(5 + 0.4 * 10, within(1e-12));
    }

    @Test
    void aGapStaysWhatItWasOrIsLikeThePhaseBefore() {
        DailyProfile profile = seen(4, 1, 2);
        profile.skip();
        profile.take(4);
        assertThat(profile.at(2)).isEqualTo(2);
        profile.take(1);
        profile.take(2);
        profile.take(6);
        profile.skip();
        assertThat(profile.at(2)).isEqualTo(4);
        assertThat(profile.at(3)).isEqualTo(4);
    }

    @Test
    void aDayThatIsMostlyMissingIsLeftOut() {
        DailyProfile profile = seen(4, 9);
        profile.skip();
        profile.skip();
        profile.skip();
        assertThat(profile.known()).isFalse();
    }

    @Test
    void runsLinearlyBetweenTheCentresOfSlots() {
        double[] day = new double[576];
        for (int i = 0; i < day.length; i++) {
            day[i] = i;
        }
        DailyProfile profile = seen(576, day);
        for (int phase = 1; phase < 575; phase++) {
            assertThat(profile.at(phase)).isCloseTo(phase, within(1e-9));
        }
    }
}
