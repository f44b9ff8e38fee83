// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final Setup SETUP = Setup.of(0.05);
    private static final Chance SHORT = chance(0.1);
    private static final Chance FULL = chance(1);

    private static Chance chance(double scale) {
        return Chance.of(Profile.whole(scale), SETUP, ServiceLaw.EXPONENTIAL);
    }

    @Test
    void chanceMovesShortPhasesMore() {
        for (int phase = 0; phase < Profile.whole(1).phases().size(); phase++) {
            assertThat(SHORT.spread(phase, Figure.MEAN))
                    .isGreaterThan(FULL.spread(phase, Figure.MEAN));
        }
    }

    @Test
    void inFullLengthItIsSmallAgainstTheTolerance() {
        for (int phase = 0; phase < Profile.whole(1).phases().size(); phase++) {
            double tolerance = Profile.whole(1).phases().get(phase).regime().tolerance();
            assertThat(2 * FULL.spread(phase, Figure.P95)).isLessThan(tolerance);
            assertThat(FULL.spread(phase, Figure.P95)).isPositive();
        }
    }

    @Test
    void aFigureThatAPhaseHasNotHasNoSpread() {
        assertThat(FULL.spread(0, Figure.DRAIN)).isZero();
        assertThat(FULL.mean(0, Figure.DRAIN)).isEmpty();
    }
}
