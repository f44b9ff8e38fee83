// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTailTest {
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.184", "3, 0.0249", "-1, 0.816"})
    void believesInExponentialErrorsBeforeThereIsHistory(double margin, double chance) {
        assertThat(chanceAbove(new ErrorTail(), margin)).isCloseTo(chance, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void learnsTheChancesOfNormalErrors(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ErrorTail tail = new ErrorTail();
        for (int i = 0; i < 30_000; i++) {
            tail.learn(random.nextGaussian(), 7);
        }
        assertThat(chanceAbove(tail, 0)).isCloseTo(0.5, within(0.02));
        assertThat(chanceAbove(tail, 1.645)).isCloseTo(0.05, within(0.01));
        assertThat(chanceAbove(tail, 3)).isBetween(0.0005, 0.004);
    }

    @Test
    void anErrorCountsForWhatWasAtStake() {
        ErrorTail tail = new ErrorTail();
        for (int i = 0; i < 50_000; i++) {
            tail.learn(i % 4 == 0 ? 5 : -1, i % 4 == 0 ? 30 : 10);
        }
        // one error in four, three times as heavy: half
        assertThat(chanceAbove(tail, 2)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void chancesFallWithTheMargin() {
        ErrorTail tail = new ErrorTail();
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 1_000; i++) {
            tail.learn(100 * random.nextGaussian(), 1);
        }
        double[] chances = new double[400];
        tail.addChances(-50, 1, 1, chances, chances.length);
        for (int i = 1; i < chances.length; i++) {
            assertThat(chances[i]).isLessThanOrEqualTo(chances[i - 1]).isPositive();
        }
    }

    @Test
    void newErrorsOutweighOldOnesInDays() {
        ErrorTail tail = new ErrorTail();
        for (int i = 0; i < 100_000; i++) {
            tail.learn(4, 1);
        }
        for (int i = 0; i < 100_000; i++) {
            tail.learn(-1, 1);
        }
        // a half-life of 34,657 samples leaves an eighth of the old ones
        assertThat(chanceAbove(tail, 2)).isCloseTo(0.12, within(0.02));
    }

    private static double chanceAbove(ErrorTail tail, double margin) {
        double[] chance = new double[1];
        tail.addChances(margin, 1, 1, chance, 1);
        return chance[0];
    }
}
