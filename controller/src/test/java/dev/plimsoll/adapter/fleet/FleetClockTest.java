// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Time at a fleet's pace, whatever its clock does meanwhile. */
class FleetClockTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void runsAsFastAsTheFleet() {
        FleetClock clock = clock(START, 60);
        assertThat(clock.instant()).isEqualTo(START);
        pass(1500);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void beginsNoEarlierThanItIsTold() {
        Instant journal = START.plusSeconds(3600);
        FleetClock clock = new FleetClock(START, journal, 1, nanos::get);
        assertThat(clock.instant()).isEqualTo(journal);
        assertThat(clock.shift()).isEqualTo(Duration.ofHours(1));
        assertThat(clock.ours(START.minusSeconds(30))).isEqualTo(journal.minusSeconds(30));
    }

    @Test
    void aStepOfTheFleetOrASlowAnswerShiftsNothing() {
        FleetClock clock = clock(START, 1);
        pass(10_000);
        clock.meet(START.plusSeconds(5));
        clock.meet(START.plusSeconds(14));
        assertThat(clock.shift()).isZero();
    }

    @Test
    void anHourForwardOrBackMovesWhatTheFleetDatesAndNotTheClock() {
        for (long hour : new long[] {3600, -3600}) {
            FleetClock clock = clock(START, 1);
            pass(10_000);
            Instant before = clock.instant();
            clock.meet(before.plusSeconds(hour));
            assertThat(clock.instant()).isEqualTo(before);
            assertThat(clock.shift()).isEqualTo(Duration.ofSeconds(-hour));
            assertThat(clock.ours(before.plusSeconds(hour - 15)))
                    .isEqualTo(before.minusSeconds(15));
        }
    }

    @Test
    void aShiftThatIsOverIsTakenBack() {
        FleetClock clock = clock(START, 1);
        pass(10_000);
        clock.meet(START.minusSeconds(7200));
        pass(10_000);
        clock.meet(START.plusSeconds(20));
        assertThat(clock.shift()).isZero();
    }

    private FleetClock clock(Instant fleet, int speed) {
        return new FleetClock(fleet, fleet, speed, nanos::get);
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
