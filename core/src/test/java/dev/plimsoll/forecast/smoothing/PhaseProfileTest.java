// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import org.junit.jupiter.api.Test;

class PhaseProfileTest {
    @Test
    void isThePlainMeanOfPeriodsUntilGammaIsReached() {
        PhaseProfile profile = new PhaseProfile(new Season(2, 1), 0.4);
        observe(profile, 10, 1, 20, 3);
        assertThat(profile.ahead(1)).isEqualTo(15);
        assertThat(profile.ahead(2)).isEqualTo(2);
        observe(profile, 30, 5);
        assertThat(profile.ahead(1)).as("15 + 0.4 · (30 − 15)").isEqualTo(21);
        assertThat(profile.ahead(3)).isEqualTo(profile.ahead(1));
    }

    @Test
    void isReadyAfterAWholePeriod() {
        PhaseProfile profile = new PhaseProfile(new Season(3, 1), 1);
        observe(profile, 1, 2);
        assertThat(profile.isReady()).isFalse();
        profile.observeGap();
        assertThat(profile.isReady()).isTrue();
        assertThat(profile.ahead(3)).as("the mean of the slots before it").isEqualTo(1.5);
    }

    @Test
    void aPhaseThatWasFilledCountsAsNeverSeen() {
        PhaseProfile profile = new PhaseProfile(new Season(2, 1), 0);
        profile.observe(10);
        profile.observeGap();
        observe(profile, 12, 4);
        assertThat(profile.ahead(1)).isEqualTo(11);
        assertThat(profile.ahead(2)).isEqualTo(4);
    }

    @Test
    void refusesTheStateOfAnotherPeriodWithAsManySlots() {
        StateWriter out = new StateWriter();
        new PhaseProfile(new Season(10, 5), 0).save(out);
        PhaseProfile other = new PhaseProfile(new Season(12, 6), 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.restore(new StateReader(out.toBytes())));
    }

    @Test
    void aGapLeavesASlotAsItWas() {
        PhaseProfile profile = new PhaseProfile(new Season(2, 1), 1);
        observe(profile, 10, 1);
        profile.observeGap();
        profile.observe(7);
        assertThat(profile.ahead(1)).isEqualTo(10);
        assertThat(profile.ahead(2)).isEqualTo(7);
    }

    @Test
    void runsLinearlyBetweenTheCentresOfSlotsAlsoOfUnequalLength() {
        for (int period : new int[] {12, 40, 41, 43}) {
            Season season = new Season(period, 4);
            PhaseProfile profile = new PhaseProfile(season, 1);
            double[] slots = new double[season.slots()];
            for (int slot = 0; slot < slots.length; slot++) {
                slots[slot] = 3 * slot * slot;
            }
            for (int i = 0; i < period; i++) {
                profile.observe(slots[i / 4]);
            }
            for (int steps = 1; steps <= 2 * period; steps++) {
                assertThat(profile.ahead(steps))
                        .as("period %d, %d steps", period, steps)
                        .isCloseTo(season.interpolate(slots, (steps - 1) % period), within(1e-3));
            }
        }
    }

    @Test
    void continuesExactlyAfterRestore() {
        PhaseProfile original = new PhaseProfile(new Season(10, 3), 0.2);
        observe(original, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        StateWriter out = new StateWriter();
        original.save(out);
        PhaseProfile restored = new PhaseProfile(new Season(10, 3), 0.2);
        restored.restore(new StateReader(out.toBytes()));
        observe(original, 5, 6, 7);
        observe(restored, 5, 6, 7);
        assertThat(restored.ahead(4)).isEqualTo(original.ahead(4));
    }

    private static void observe(PhaseProfile profile, double... values) {
        for (double value : values) {
            profile.observe(value);
        }
    }
}
