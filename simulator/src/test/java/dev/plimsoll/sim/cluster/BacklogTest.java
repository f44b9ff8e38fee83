// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final double SERVICES = 80;

    @Test
    void anEmptyQueueStaysClearUntilAnOverloadBegins() {
        Backlog backlog = new Backlog();
        backlog.advance(40, SERVICES, 5);
        assertThat(backlog.isClear()).isTrue();

        backlog.begin(0, 1);

        assertThat(backlog.isClear()).isFalse();
    }

    @Test
    void growsByWhatIsNotServed() {
        Backlog backlog = overloaded(60);

        double[] found = backlog.during(104, SERVICES, 0);

        assertThat(Arrays.stream(found).average().orElseThrow())
                .isCloseTo(24 * 60 / SERVICES, within(1e-9));
        assertThat(found).isSorted();
    }

    @Test
    void spreadsByTheSumOfBothRates() {
        double expected = (104 + SERVICES) * 60;

        assertThat(variance(overloaded(60).during(104, SERVICES, 0)))
                .isBetween(0.95 * expected, expected);
    }

    @Test
    void arrivalsMeetTheMiddleOfTheStep() {
        double[] found = overloaded(60).during(104, SERVICES, 10);

        assertThat(Arrays.stream(found).average().orElseThrow())
                .isCloseTo(24 * 65 / SERVICES, within(1e-9));
    }

    @Test
    void arrivalsMeetHalfTheStepsNoise() {
        double expected = (104 + SERVICES) * 60 + 2 * SERVICES * 100 / 2;

        assertThat(variance(overloaded(60).during(SERVICES, SERVICES, 100)))
                .isBetween(0.95 * expected, expected);
    }

    @Test
    void arrivalsMeetTheBacklogAllAlongItsDrift() {
        double expected = (104 + SERVICES) * 60 + (200 + SERVICES) * 5 + 1200 * 1200 / 12.0;

        assertThat(variance(overloaded(60).during(200, SERVICES, 10)))
                .isBetween(0.95 * expected, expected);
    }

    @Test
    void beginsWithTheQueueOfAnEquilibrium() {
        Backlog backlog = new Backlog();
        backlog.begin(0.6, 5);
        double[] found = backlog.during(0, 1, 0);

        double mean = 0.6 * 5;
        double deviation = Math.sqrt(2 * 0.6 * 5 * 5 - mean * mean);
        assertThat(found[31])
                .isCloseTo(mean + deviation * NormalQuantile.of(31.5 / 32), within(1e-9));
    }

    @Test
    void beginsAnewWithWhatIsLeft() {
        Backlog backlog = overloaded(60);
        backlog.advance(56, SERVICES, 70);
        assertThat(backlog.reachesZero()).isTrue();
        double[] left = backlog.during(SERVICES, SERVICES, 0);

        backlog.begin(1, 1e-9);

        assertThat(backlog.reachesZero()).isFalse();
        double highest = backlog.during(SERVICES, SERVICES, 0)[31] * SERVICES;
        double mean = Arrays.stream(left).average().orElseThrow() * SERVICES;
        double deviation = Math.sqrt(variance(left));
        assertThat(highest)
                .isCloseTo(mean + deviation * NormalQuantile.of(31.5 / 32), within(1e-6));
    }

    @Test
    void isOverWhenEvenTheUpperTailIsGone() {
        Backlog backlog = overloaded(60);
        int seconds = 0;
        while (!backlog.isClear()) {
            backlog.advance(56, SERVICES, 1);
            seconds++;
        }

        double mean = 24 * (60 - seconds);
        double deviation = Math.sqrt(184 * 60 + 136.0 * seconds);
        assertThat(mean + 3 * deviation).isBetween(-24.0, 0.0);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        Backlog backlog = overloaded(60);
        Backlog copy = backlog.copy();

        copy.advance(0, SERVICES, 1000);

        assertThat(copy.isClear()).isTrue();
        assertThat(backlog.isClear()).isFalse();
    }

    private static double variance(double[] seconds) {
        double mean = Arrays.stream(seconds).average().orElseThrow();
        return Arrays.stream(seconds).map(f -> (f - mean) * (f - mean)).sum()
                * (SERVICES * SERVICES / seconds.length);
    }

    private static Backlog overloaded(int seconds) {
        Backlog backlog = new Backlog();
        backlog.begin(0, 1);
        backlog.advance(104, SERVICES, seconds);
        return backlog;
    }
}
