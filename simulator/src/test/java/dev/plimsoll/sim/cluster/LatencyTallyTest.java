// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plimsoll.capacity.MmcStation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With one slot the response time at load ρ is exponential with mean s/(1 − ρ). */
class LatencyTallyTest {
    private static final double SERVICE = 0.1;

    private final LatencyTally tally = new LatencyTally(new MmcStation(1, SERVICE));

    @Test
    void withoutRequestsNothingIsKnown() {
        assertThat(tally.answered()).isZero();
        assertThat(tally.meanSeconds()).isNaN();
        assertThat(tally.exceedance(1)).isNaN();
        assertThat(tally.slowShare(1)).isNaN();
        assertThat(tally.quantileSeconds(0.95)).isNaN();
    }

    @Test
    void inEquilibriumTheLoadDecides() {
        tally.add(0.5, 30);

        assertThat(tally.answered()).isEqualTo(30);
        assertThat(tally.meanSeconds()).isCloseTo(0.2, withinPercentage(0.05));
        assertThat(tally.exceedance(0.4)).isCloseTo(Math.exp(-2), withinPercentage(0.05));
        assertThat(tally.quantileSeconds(0.95))
                .isCloseTo(0.2 * Math.log(20), withinPercentage(0.05));
    }

    @Test
    void loadsAreWeighedByTheirRequests() {
        tally.add(0.5, 30);
        tally.add(0.75, 10);

        double slower = (30 * Math.exp(-2) + 10 * Math.exp(-1)) / 40;
        assertThat(tally.meanSeconds()).isCloseTo(0.25, withinPercentage(0.1));
        assertThat(tally.exceedance(0.4)).isCloseTo(slower, withinPercentage(0.1));
    }

    @Test
    void delayedRequestsWaitFirst() {
        tally.addDelayed(new Delay(10, 0, 5), 8);

        assertThat(tally.answered()).isEqualTo(8);
        assertThat(tally.meanSeconds()).isCloseTo(10.1, within(1e-12));
        assertThat(tally.exceedance(10)).isEqualTo(1);
        assertThat(tally.exceedance(10.2)).isCloseTo(Math.exp(-2), within(1e-9));
        assertThat(tally.quantileSeconds(0.95)).isCloseTo(10 + 0.1 * Math.log(20), within(1e-6));
    }

    @Test
    void someDelayedRequestsWaitOn() {
        tally.addDelayed(new Delay(10, 0.25, 5), 8);

        double on = 0.25 * (10 * Math.exp(-0.5 * 5) - 5 * Math.exp(-0.5 * 10)) / (10 - 5);
        assertThat(tally.meanSeconds()).isCloseTo(10 + 0.25 / 5 + 0.1, within(1e-12));
        assertThat(tally.exceedance(10.5)).isCloseTo(0.75 * Math.exp(-5) + on, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 0.7, 65, 5000, 1e8})
    void theMeanOfDelaysIsExactWhateverTheirClass(double wait) {
        tally.addDelayed(new Delay(wait, 0.5, 5), 1);
        tally.addDelayed(new Delay(wait * 1.01, 0.1, 2), 3);

        double sure = wait * (1 + 3 * 1.01) / 4;
        double on = (0.5 / 5 + 3 * 0.1 / 2) / 4;
        assertThat(tally.meanSeconds()).isCloseTo(sure + on + 0.1, withinPercentage(1e-9));
    }

    @Test
    void quantilesOfManyDelaysAreWithinAClass() {
        for (int i = 1; i <= 10_000; i++) {
            tally.addDelayed(new Delay(i * 0.01, 0, 5), 1);
        }

        assertThat(tally.quantileSeconds(0.5)).isCloseTo(50.1, withinPercentage(3.2));
        assertThat(tally.quantileSeconds(0.95)).isCloseTo(95.1, withinPercentage(3.2));
        assertThat(tally.exceedance(80)).isCloseTo(0.2, within(0.02));
    }

    @Test
    void refusedRequestsAreSlowButHaveNoLatency() {
        tally.add(0.5, 30);
        double mean = tally.meanSeconds();
        tally.addRefused(10);

        assertThat(tally.answered()).isEqualTo(30);
        assertThat(tally.meanSeconds()).isEqualTo(mean);
        assertThat(tally.slowShare(0.4))
                .isCloseTo((30 * Math.exp(-2) + 10) / 40, withinPercentage(0.05));
    }
}
