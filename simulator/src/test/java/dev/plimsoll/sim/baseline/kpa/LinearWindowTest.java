// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinearWindowTest {
    private final LinearWindow window = new LinearWindow(6);

    @Test
    void aYoungWindowIsAsShortAsItsRecordsReachBack() {
        window.record(10, 4);
        window.record(11, 8);

        assertThat(window.average(11)).isEqualTo(6);
    }

    @Test
    void aFullWindowDividesByItsLength() {
        for (int second = 1; second <= 8; second++) {
            window.record(second, second);
        }

        assertThat(window.average(8)).isEqualTo((3 + 4 + 5 + 6 + 7 + 8) / 6.0);
    }

    @Test
    void secondsWithoutARecordAtTheEndAreNoZeros() {
        window.record(10, 4);
        window.record(11, 8);

        assertThat(window.average(14)).isEqualTo(6);
    }

    @Test
    void silenceLetsOldSecondsExpire() {
        for (int second = 1; second <= 6; second++) {
            window.record(second, second);
        }

        assertThat(window.average(8)).isEqualTo((3 + 4 + 5 + 6) / 4.0);
    }

    @Test
    void aHoleBetweenTwoRecordsCountsAsZeros() {
        window.record(10, 4);
        window.record(13, 8);

        assertThat(window.average(13)).isEqualTo(3);
    }

    @Test
    void twoRecordsOfOneSecondAddUp() {
        window.record(10, 4);
        window.record(10, 8);

        assertThat(window.average(10)).isEqualTo(12);
    }

    @Test
    void aLateRecordJoinsItsSecond() {
        window.record(10, 4);
        window.record(12, 8);
        window.record(11, 6);

        assertThat(window.average(12)).isEqualTo(6);
    }

    @Test
    void aLateRecordCanComeBeforeTheFirst() {
        window.record(10, 4);
        window.record(9, 8);

        assertThat(window.average(10)).isEqualTo(6);
    }

    @Test
    void aRecordOlderThanTheWindowIsIgnored() {
        window.record(10, 4);
        window.record(4, 100);

        assertThat(window.average(10)).isEqualTo(4);
    }

    @Test
    void theOldestSecondOfTheWindowIsNotIgnored() {
        window.record(10, 4);
        window.record(5, 8);

        assertThat(window.average(10)).isEqualTo(2);
    }

    @Test
    void aWindowOfSilenceIsZeroButOnlyThenEmpty() {
        window.record(10, 4);

        assertThat(window.average(16)).isZero();
        assertThat(window.isEmpty(16)).isFalse();
        assertThat(window.isEmpty(17)).isTrue();
    }

    @Test
    void nothingRecordedIsEmptyAndZero() {
        assertThat(window.isEmpty(0)).isTrue();
        assertThat(window.average(0)).isZero();
    }

    @Test
    void afterAWindowOfSilenceItBeginsAnew() {
        window.record(10, 4);
        window.record(16, 8);

        assertThat(window.average(16)).isEqualTo(8);
    }

    @Test
    void whatIsRecordedAheadOfNowCounts() {
        window.record(10, 4);
        window.record(11, 8);

        assertThat(window.average(10)).isEqualTo(6);
    }

    @Test
    void averagesAreRoundedToMillionths() {
        window.record(1, 1);
        window.record(3, 0);

        assertThat(window.average(3)).isEqualTo(0.333333);
    }

    @Test
    void halvesAreRoundedAwayFromZero() {
        window.record(1, -0.0000005);

        assertThat(window.average(1)).isEqualTo(-0.000001);
    }

    @Test
    void aSmallerWindowKeepsTheNewest() {
        for (int second = 1; second <= 6; second++) {
            window.record(second, second);
        }
        window.resize(2, 6);

        assertThat(window.average(6)).isEqualTo(5.5);
    }

    @Test
    void aResizedYoungWindowPassesForAFullOldOne() {
        window.record(10, 12);
        window.resize(12, 10);

        assertThat(window.average(10)).isEqualTo(2);
    }

    @Test
    void aWindowResizedInSilenceForgetsAll() {
        window.record(10, 12);
        window.resize(12, 17);
        window.record(18, 3);

        assertThat(window.average(18)).isEqualTo(3);
    }

    @Test
    void theSameSizeChangesNothing() {
        window.record(10, 12);
        window.resize(6, 17);

        assertThat(window.average(11)).isEqualTo(12);
    }

    @Test
    void secondsBeforeTheBeginningCountToo() {
        window.record(-3, 4);
        window.record(-1, 8);

        assertThat(window.average(0)).isEqualTo(4);
    }
}
