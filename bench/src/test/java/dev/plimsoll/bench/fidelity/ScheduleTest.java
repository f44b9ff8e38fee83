// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Setup SETUP = Setup.of(0.05);
    private static final Profile PROFILE = Profile.whole(1);

    private static Schedule draw(ServiceLaw law, long seed) {
        return Schedule.draw(PROFILE, SETUP, law, seed);
    }

    @Test
    void theSameSeedGivesTheSameRequests() {
        Schedule one = draw(ServiceLaw.EXPONENTIAL, 7);
        Schedule other = draw(ServiceLaw.EXPONENTIAL, 7);
        Schedule third = draw(ServiceLaw.EXPONENTIAL, 8);
        assertThat(one.sendNanos(1000)).isEqualTo(other.sendNanos(1000));
        assertThat(one.serviceNanos(1000)).isEqualTo(other.serviceNanos(1000));
        assertThat(one.sendNanos(1000)).isNotEqualTo(third.sendNanos(1000));
    }

    @Test
    void eachPhaseHasAsManyRequestsAsItsLoadAsksFor() {
        Schedule schedule = draw(ServiceLaw.EXPONENTIAL, 1);
        for (int phase = 0; phase < PROFILE.phases().size(); phase++) {
            long begin = PROFILE.begin(phase) * 1_000_000_000L;
            long end = PROFILE.end(phase) * 1_000_000_000L;
            double load = PROFILE.phases().get(phase).load();
            assertThat(
                            IntStream.range(0, schedule.requests())
                                    .mapToLong(schedule::sendNanos)
                                    .filter(at -> at >= begin && at < end)
                                    .count())
                    .isEqualTo(Math.round(640 * load * PROFILE.phases().get(phase).seconds()));
        }
    }

    /** The gaps of a Poisson process are exponential: their deviation is as long as their mean. */
    @Test
    void arrivalsWithinAPhaseArePoisson() {
        Schedule schedule = draw(ServiceLaw.EXPONENTIAL, 1);
        int first = 640 * 20 / 2 + 448 * 20;
        double[] gaps =
                IntStream.range(first + 1, first + 90_000)
                        .mapToDouble(r -> schedule.sendNanos(r) - schedule.sendNanos(r - 1))
                        .toArray();
        double mean = IntStream.range(0, gaps.length).mapToDouble(i -> gaps[i]).average().orElse(0);
        double squares =
                IntStream.range(0, gaps.length)
                        .mapToDouble(i -> gaps[i] * gaps[i])
                        .average()
                        .orElse(0);
        assertThat(mean).isCloseTo(1e9 / 576, within(1e9 / 576 * 0.02));
        assertThat(Math.sqrt(squares - mean * mean) / mean).isCloseTo(1, within(0.02));
        assertThat(Arrays.stream(gaps).min().orElseThrow()).isNotNegative();
    }

    @Test
    void exponentialServiceHasItsMeanAndItsTail() {
        long[] nanos = draw(10_000, ServiceLaw.EXPONENTIAL);
        assertThat(IntStream.range(0, 10_000).mapToDouble(i -> nanos[i]).average().orElse(0))
                .isCloseTo(50e6, within(0.05e6));
        assertThat(IntStream.range(0, 10_000).filter(i -> nanos[i] > 50e6 * Math.log(20)).count())
                .isEqualTo(500);
    }

    /** The k-th and the next service time know nothing of each other. */
    @Test
    void serviceTimesComeInRandomOrder() {
        long[] nanos = draw(10_000, ServiceLaw.EXPONENTIAL);
        double products =
                IntStream.range(1, 10_000)
                        .mapToDouble(i -> (nanos[i] / 50e6 - 1) * (nanos[i - 1] / 50e6 - 1))
                        .average()
                        .orElse(1);
        assertThat(products).isCloseTo(0, within(0.04));
    }

    @Test
    void deterministicServiceIsAlwaysTheSame() {
        assertThat(draw(100, ServiceLaw.DETERMINISTIC)).containsOnly(50_000_000);
    }

    private static long[] draw(int requests, ServiceLaw law) {
        return law.nanos(requests, 0.05, new SplittableRandom(1));
    }
}
