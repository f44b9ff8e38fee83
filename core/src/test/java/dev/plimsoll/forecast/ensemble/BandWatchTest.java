// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandWatchTest {
    @Test
    void knowsNothingBeforeTenWindowsHavePassed() {
        BandWatch watch = new BandWatch(20, 2);
        judge(watch, 0.9, 99, 1);
        assertThat(watch.trust()).isEqualTo(new Trust.Unknown(9));
        judge(watch, 0.9, 1, 1);
        assertThat(watch.trust()).isInstanceOf(Trust.Earned.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aBandThatHoldsIsTrusted(long seed) {
        BandWatch watch = new BandWatch(1, 1);
        for (int i = 0; i < 20; i++) {
            judge(watch, 0.9, 100, seed + 100 * i);
            assertThat(watch.trust()).isInstanceOf(Trust.Earned.class);
        }
    }

    @ParameterizedTest(name = "inside {0} of the time")
    @ValueSource(doubles = {0, 0.5, 0.7, 1})
    void aBandTooNarrowOrTooWideLosesTrustAndEarnsItBack(double inside) {
        BandWatch watch = new BandWatch(1, 1);
        judge(watch, 0.9, 300, 1);
        judge(watch, inside, 600, 2);
        assertThat(watch.trust()).isInstanceOf(Trust.Lost.class);
        judge(watch, 0.9, 1000, 3);
        assertThat(watch.trust()).isInstanceOf(Trust.Earned.class);
    }

    @Test
    void aBandThatIsMetAtItsEdgeTellsNothing() {
        BandWatch watch = new BandWatch(1, 1);
        for (int i = 0; i < 500; i++) {
            watch.judge(7, 7, 7);
            watch.judge(0, 3, 0);
        }
        assertThat(watch.trust()).isInstanceOf(Trust.Earned.class);
    }

    @Test
    void aShortFailureCostsNoTrust() {
        BandWatch watch = new BandWatch(1, 1);
        judge(watch, 0.9, 300, 1);
        judge(watch, 0, BandWatch.LONG, 2);
        assertThat(watch.trust()).isInstanceOf(Trust.Earned.class);
    }

    @Test
    void continuesExactlyAfterRestore() {
        BandWatch original = new BandWatch(1, 1);
        judge(original, 0.6, 250, 1);
        StateWriter out = new StateWriter();
        original.save(out);
        BandWatch restored = new BandWatch(1, 1);
        restored.restore(new StateReader(out.toBytes()));
        judge(original, 0.6, 30, 2);
        judge(restored, 0.6, 30, 2);
        assertThat(restored.trust()).isEqualTo(original.trust()).isInstanceOf(Trust.Lost.class);
    }

    private static void judge(BandWatch watch, double inside, int times, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < times; i++) {
            watch.judge(0, 1, random.nextDouble() < inside ? 0.5 : 2);
        }
    }
}
