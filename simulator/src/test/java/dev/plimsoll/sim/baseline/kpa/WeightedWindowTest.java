// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WeightedWindowTest {
    private static final Offset<Double> TINY = within(1e-12);

    /** So long that the least smoothing, a fifth, holds. */
    private final WeightedWindow window = new WeightedWindow(60);

    @Test
    void eachSecondCountsAFifthLessThanTheNext() {
        window.record(1, 10);
        window.record(2, 20);
        window.record(3, 30);

        assertThat(window.average(3)).isEqualTo(0.2 * (30 + 0.8 * (20 + 0.8 * 10)), TINY);
    }

    @Test
    void silenceAtTheEndCostsWeight() {
        window.record(3, 30);

        assertThat(window.average(5)).isEqualTo(30 * 0.2 * 0.8 * 0.8, TINY);
    }

    @Test
    void aShortWindowHoldsNearlyAllTheWeight() {
        WeightedWindow quick = new WeightedWindow(4);
        for (int second = 1; second <= 4; second++) {
            quick.record(second, 10);
        }

        assertThat(quick.average(4)).isEqualTo(10 * 0.9999, TINY);
    }

    @Test
    void silenceShortensWhatIsAddedUp() {
        WeightedWindow quick = new WeightedWindow(2);
        quick.record(1, 100);
        quick.record(2, 10);

        assertThat(quick.average(3)).isEqualTo(10 * 0.99 * 0.01, TINY);
    }

    @Test
    void nothingWithinTheWindowIsZero() {
        window.record(1, 10);

        assertThat(window.isEmpty(61)).isFalse();
        assertThat(window.average(61)).isZero();
        assertThat(window.isEmpty(62)).isTrue();
        assertThat(window.average(62)).isZero();
    }

    @Test
    void anotherSizeHasOtherWeights() {
        window.record(1, 10);
        window.resize(1, 1);

        assertThat(window.average(1)).isEqualTo(10 * 0.9999, TINY);
    }
}
