// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.naive.NaiveForecaster;
import org.junit.jupiter.api.Test;

class CostedForecasterTest {
    private static final int LONG = 150_000;

    @Test
    void chargesTheReplicasHeldWhenNothingIsMissed() {
        CostedForecaster costed = new CostedForecaster(new NaiveForecaster(), 100);
        for (int i = 0; i < LONG; i++) {
            costed.observe(95, 4, 10);
        }
        // ten replicas of 10/s for 95/s, and by now hardly a trace of the prior
        assertThat(costed.cost()).isCloseTo(10, within(0.05));
    }

    @Test
    void chargesAMissAtThePriceOfTheReplicasNeeded() {
        CostedForecaster costed = new CostedForecaster(new NaiveForecaster(), 1);
        for (int i = 0; i < LONG; i++) {
            costed.observe(i % 100 == 0 ? 1000 : 95, 4, 10);
        }
        // 1 of 100 samples misses 100 replicas at a price of 1, one more holds 100 for nothing:
        // 10 · 0.99 + 100 · 0.01 held, 1 · 100 · 0.01 missed
        assertThat(costed.cost()).isCloseTo(9.9 + 1 + 1, within(0.3));
    }

    @Test
    void judgesALookAheadByTheDemandAtItsEndOnly() {
        CostedForecaster costed = new CostedForecaster(new NaiveForecaster(), 100);
        // demand is 300 at every fourth sample, and the look-ahead is as long: its end is always
        // like its beginning, so the last value foretells it
        for (int i = 0; i < LONG; i++) {
            costed.observe(i % 4 == 0 ? 300 : 100, 4, 10);
        }
        assertThat(costed.bound().missShare()).isLessThan(0.001);
        // the least margin above none takes one replica more than the 30 and 10 that are needed
        assertThat(costed.cost()).isCloseTo((31 + 3 * 11) / 4.0, within(0.1));
    }

    @Test
    void believesInAMarginBeforeThereIsHistory() {
        CostedForecaster costed = new CostedForecaster(new NaiveForecaster(), 100);
        costed.observe(100, 4, 10);
        costed.observe(120, 4, 10);
        costed.observe(100, 4, 10);
        costed.observe(120, 4, 10);
        costed.observe(100, 4, 10);
        costed.observe(140, 4, 10);
        assertThat(costed.bound().upper()).isGreaterThan(140);
    }
}
