// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Holds of 0, half, one, two and five lead times, here of three samples, and the want's own. */
class HoldChoiceTest {
    private static final Reach REACH = new Reach(2, 5);
    private static final double VIOLATION_COST = 10;

    @Test
    void holdsForALeadTimeUntilMoreIsKnown() {
        assertThat(new HoldChoice().cheapest(REACH)).isEqualTo(4);
        assertThat(new HoldChoice().usual(REACH)).isEqualTo(4);
    }

    @Test
    void doesNotHoldWhereLessStaysEnough() {
        // for minutes much is needed, then for minutes little, and the want knows it in time
        IntUnaryOperator foreseen = i -> Math.max(plateau(i + 4), plateau(i + 6));
        assertThat(chosen(foreseen, i -> plateau(i + 2))).isEqualTo(1);
    }

    @Test
    void holdsThroughDipsOfTheWant() {
        // the want falls for one sample in eight, the need never
        // all holds that reach over the dip cost the same: the longest changes least
        assertThat(chosen(i -> i % 8 == 0 ? 4 : 8, i -> 8)).isEqualTo(16);
    }

    @Test
    void holdsFromOneCrowdToTheNextThatNobodySeesComing() {
        // every twelve samples a need that the want learns of as it comes
        IntUnaryOperator crowds = i -> i % 12 < 3 ? 8 : 7;
        assertThat(chosen(crowds, crowds)).isEqualTo(16);
    }

    private static int plateau(int sample) {
        return sample % 40 < 20 ? 8 : 4;
    }

    private static int chosen(IntUnaryOperator want, IntUnaryOperator need) {
        HoldChoice holds = new HoldChoice();
        for (int i = 0; i < 10_000; i++) {
            holds.pass(i, want.applyAsInt(i), need.applyAsInt(i), VIOLATION_COST, REACH);
        }
        return holds.cheapest(REACH);
    }
}
