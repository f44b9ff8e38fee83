// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.bound.Interval.Outcome;
import org.junit.jupiter.api.Test;

class MissWatchTest {
    private final MissWatch watch = new MissWatch();

    @Test
    void believesInOneViolationForEachShortage() {
        assertThat(watch.factor()).isEqualTo(1);
        learn(1_000, 5, 3, false);
        watch.learn(Outcome.UNKNOWN, 5);
        assertThat(watch.factor()).isEqualTo(1);
    }

    @Test
    void countsTheViolationsThatAreLeftByAShortage() {
        learn(100, 5, 4, true);
        learn(200, 5, 5, true);
        // 300 intervals violated, 100 of them short of replicas, and ten of each believed in
        assertThat(watch.factor()).isCloseTo(310.0 / 110, within(0.01));
    }

    @Test
    void isNeverCheaperThanTheShortageItself() {
        learn(500, 5, 4, false);
        assertThat(watch.factor()).isEqualTo(1);
    }

    @Test
    void doesNotBlameEverythingOnShortages() {
        learn(5_000, 5, 9, true);
        assertThat(watch.factor()).isEqualTo(10);
    }

    private void learn(int intervals, int needed, int ready, boolean violated) {
        for (int i = 0; i < intervals; i++) {
            watch.learn(new Outcome.Seen(ready, violated), needed);
        }
    }
}
