// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettlingLoadTest {
    @Test
    void startsEmpty() {
        assertThat(new SettlingLoad().load()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.01", "0.2, 1e9", "0.7, 3", "0.7, 1e9", "0.95, 100", "0.999, 1e12"})
    void neverOvershootsTheLoadThatItFollowsUp(double load, double pace) {
        SettlingLoad settling = new SettlingLoad();
        double before = 0;
        for (int i = 0; i < 100; i++) {
            settling.follow(load, pace);
            assertThat(settling.load()).isBetween(before * (1 - 1e-12), load * (1 + 1e-12));
            before = settling.load();
        }
        assertThat(before).isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 10, 1e6})
    void comesToRestAtTheLoadFromAboveToo(double pace) {
        SettlingLoad settling = new SettlingLoad();
        settling.follow(1.3, 1000);
        assertThat(settling.load()).isGreaterThan(0.95);

        for (int i = 0; i < 20_000; i++) {
            settling.follow(0.6, pace);
        }

        assertThat(settling.load()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void growsWithTheRootOfTimeAtSaturationAndNoFasterBeyond() {
        SettlingLoad saturated = new SettlingLoad();
        SettlingLoad overloaded = new SettlingLoad();
        for (int i = 0; i < 5000; i++) {
            saturated.follow(1, 1);
            overloaded.follow(1.5, 1);
        }

        assertThat(saturated.stretch()).isCloseTo(100, within(1.0));
        assertThat(overloaded.stretch()).isEqualTo(saturated.stretch());
    }

    @Test
    void isNearWhatExplainsTheSameWaits() {
        SettlingLoad one = new SettlingLoad();
        SettlingLoad other = one.copy();
        assertThat(one.isNear(other)).isTrue();

        other.follow(0.5, 0.5);
        assertThat(one.isNear(other)).isFalse();
    }
}
