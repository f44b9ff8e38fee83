// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs worked out by hand, for a reach of 2 to 5 samples and a violation cost of 100. */
class ShadowFleetTest {
    private static final Reach REACH = new Reach(2, 5);

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 3", "1, 4", "5, 16", "1000, 256"})
    void holdsForItsLeadTimes(double leadTimes, int samples) {
        assertThat(new ShadowFleet(leadTimes).hold(REACH)).isEqualTo(samples);
    }

    @Test
    void chargesWhatIsHeld() {
        // the first five samples pass without account
        assertThat(cost(0, 25, i -> 7, i -> 7)).isCloseTo(20 * 7, within(0.1));
    }

    @Test
    void chargesWhatIsNotReadyYet() {
        // more is wanted from the tenth sample on, is paid for two later, and ready from
        // the fourteenth on
        double cost = cost(0, 25, i -> i < 10 ? 5 : 8, i -> i < 12 ? 5 : 8);
        double held = 7 * 5 + 13 * 8;
        double missed = 2 * 100 * 8; // the twelfth and the thirteenth
        assertThat(cost).isCloseTo(held + missed, within(0.5));
    }

    @Test
    void whatIsGivenUpIsMissingAtOnce() {
        // one sample of less, not held: two samples later it is missing, and until it is back
        double cost = cost(0, 25, i -> i == 10 ? 5 : 8, i -> 8);
        assertThat(cost).isCloseTo(20 * 8 - 3 + 3 * 100 * 8, within(1.0));
    }

    @Test
    void aHoldBridgesADip() {
        double cost = cost(1, 25, i -> i == 10 ? 5 : 8, i -> 8);
        assertThat(cost).isCloseTo(20 * 8, within(0.1));
    }

    @Test
    void whatWasAskedForStaysThroughAGap() {
        ShadowFleet fleet = new ShadowFleet(0);
        WantRing wants = new WantRing();
        for (int i = 0; i < 300; i++) {
            if (i % 7 == 0 && i > 150) {
                fleet.skip(i);
            } else {
                wants.add(i < 150 ? 3 : 8);
                fleet.pass(i, wants, i < 154 ? 3 : 8, 100, REACH);
            }
        }
        double cost = fleet.cost();
        wants.add(8);
        fleet.pass(300, wants, 8, 100, REACH);
        // no violation, although the slots of the gaps once held a three
        assertThat(fleet.cost() - cost).isCloseTo(8, within(0.1));
        assertThat(cost).isLessThan(300 * 8);
    }

    private interface PerSample {
        int at(int sample);
    }

    private static double cost(double leadTimes, int samples, PerSample want, PerSample need) {
        ShadowFleet fleet = new ShadowFleet(leadTimes);
        WantRing wants = new WantRing();
        for (int i = 0; i < samples; i++) {
            wants.add(want.at(i));
            fleet.pass(i, wants, need.at(i), 100, REACH);
        }
        return fleet.cost();
    }
}
