// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleDownDelayTest {
    @Test
    void lessIsAllowedAfterItSufficedForTheWholeDelay() {
        ScaleDownDelay delay = new ScaleDownDelay(6);

        assertThat(delay.delay(5, 2)).isEqualTo(5);
        assertThat(delay.delay(3, 4)).isEqualTo(5);
        assertThat(delay.delay(3, 6)).isEqualTo(5);
        assertThat(delay.delay(3, 8)).isEqualTo(3);
    }

    @Test
    void aDelayTakesAsManyTicksAsItNeedsToBeCovered() {
        ScaleDownDelay delay = new ScaleDownDelay(5);

        assertThat(delay.delay(5, 2)).isEqualTo(5);
        assertThat(delay.delay(3, 6)).isEqualTo(5);
        assertThat(delay.delay(3, 8)).isEqualTo(3);
    }

    @Test
    void moreIsAllowedAtOnce() {
        ScaleDownDelay delay = new ScaleDownDelay(6);
        delay.delay(3, 2);

        assertThat(delay.delay(7, 4)).isEqualTo(7);
    }

    @Test
    void withinATickTheLargestHolds() {
        ScaleDownDelay delay = new ScaleDownDelay(2);

        assertThat(delay.delay(7, 2)).isEqualTo(7);
        assertThat(delay.delay(4, 3)).isEqualTo(7);
        assertThat(delay.delay(4, 4)).isEqualTo(4);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itIsTheLargestOfTheTicksWithinTheDelay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int ticks = 1 + random.nextInt(9);
        ScaleDownDelay delay = new ScaleDownDelay(2L * ticks);
        NavigableMap<Long, Integer> largest = new TreeMap<>();
        long second = 0;
        for (int step = 0; step < 500; step++) {
            second += random.nextInt(5);
            int wanted = random.nextInt(20);
            largest.merge(second / 2, wanted, Math::max);
            int expected =
                    largest.tailMap(second / 2 - ticks, false).values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElseThrow();
            assertThat(delay.delay(wanted, second)).isEqualTo(expected);
        }
    }
}
