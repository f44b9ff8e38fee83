// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final double DAY = 86_400;

    @Test
    void theSampleStepIsTheMedianOfTheDifferences() {
        assertThat(trace(0, 60, 120, 7200, 7260).sampleSeconds()).isEqualTo(60);
        assertThat(trace(0, 60, 180).sampleSeconds()).isEqualTo(90);
    }

    @Test
    void arraysAreCopiedOnTheWayIn() {
        double[] times = {0, 1};
        double[] values = {5, 6};
        Trace trace = Trace.of("t", times, values);
        times[1] = 9;
        values[0] = 9;
        assertThat(trace.time(1)).isEqualTo(1);
        assertThat(trace.value(0)).isEqualTo(5);
    }

    @Test
    void theLastDaysStartAtZeroAgainAndMoveTheStart() {
        Trace trace =
                Trace.regular("t", DAY / 2, 0, 1, 2, 3, 4, 5)
                        .startingAt(Instant.parse("2026-01-05T00:00:00Z"));
        Trace last = trace.lastDays(2);
        assertThat(last.name()).isEqualTo("t");
        assertThat(Samples.times(last)).containsExactly(0, DAY / 2, DAY, 1.5 * DAY);
        assertThat(Samples.values(last)).containsExactly(2, 3, 4, 5);
        assertThat(last.start()).contains(Instant.parse("2026-01-06T00:00:00Z"));
    }

    @Test
    void aTraceThatIsNotLongerStaysAsItIs() {
        Trace trace = Trace.regular("t", DAY / 2, 0, 1, 2, 3);
        assertThat(trace.lastDays(2)).isSameAs(trace);
        assertThat(trace.lastDays(1)).isNotSameAs(trace);
    }

    @Test
    void samplesFurtherApartThanTheLastDaysLeaveOne() {
        Trace last = Trace.regular("t", 3 * DAY, 1, 2, 3).lastDays(2);
        assertThat(Samples.values(last)).containsExactly(3);
        assertThat(last.sampleSeconds()).isEqualTo(3 * DAY);
    }

    @Test
    void samplesThatAreNoneAreRefused() {
        assertRefused(new double[] {0}, new double[] {1}, "has 1 samples");
        assertRefused(new double[] {0, 1}, new double[] {1}, "1 values for 2 times");
        assertRefused(new double[] {1, 2}, new double[] {1, 1}, "first time 1.0");
        assertRefused(new double[] {0, 0}, new double[] {1, 1}, "time 0.0 of sample 1");
        assertRefused(new double[] {0, 1}, new double[] {1, -1}, "value -1.0 of sample 1");
        assertRefused(new double[] {0, 1}, new double[] {Double.NaN, 1}, "value NaN of sample 0");
        assertThatThrownBy(() -> trace(0, 1).lastDays(0)).hasMessageContaining("at least 1");
    }

    private static void assertRefused(double[] times, double[] values, String problem) {
        assertThatThrownBy(() -> Trace.of("t", times, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    private static Trace trace(double... times) {
        return Trace.of("t", times, new double[times.length]);
    }
}
