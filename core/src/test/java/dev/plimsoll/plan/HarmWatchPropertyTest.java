// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often harm is found, and how often it is imagined, where the latency that is read is off by a
 * tenth (one deviation of its logarithm).
 */
class HarmWatchPropertyTest {
    private static final int ACTIONS = 1000;

    /** A service of random size and load, scaled by 10 to 30 % after some time of quiet. */
    private record Service(HarmScene scene, int from, int to, double load) {
        static Service random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int from = random.nextInt(5, 40);
            int by = (int) Math.ceil(from * random.nextDouble(0.1, 0.3));
            double load = random.nextDouble(0.3, 0.55);
            HarmScene scene = new HarmScene(from, load, seed).noise(0.1);
            scene.cycles(random.nextInt(20, 60));
            return new Service(scene, from, random.nextBoolean() ? from + by : from - by, load);
        }

        HarmScene scaled() {
            return scene.scale(to);
        }
    }

    @Test
    void hardlyAnyOfAThousandHarmlessActionsIsTakenBack() {
        assertThat(found(service -> service.scaled().cyclesUntilProposal(20))).isLessThan(10);
    }

    @Test
    void norIfDemandSurgesRightAfterThem() {
        assertThat(
                        found(service ->
                                service.scaled()
                                        .demand(0.85, Math.min(service.from(), service.to()))
                                        .cyclesUntilProposal(20)))
                .isLessThan(10);
    }

    @ParameterizedTest
    @CsvSource({"2, 990", "3, 1000", "5, 1000"})
    void slowerByAFactorOfTwoOrMoreIsFoundWithinTwoReadings(double times, int atLeast) {
        assertThat(found(service -> service.scaled().slower(times).cyclesUntilProposal(2)))
                .isGreaterThanOrEqualTo(atLeast);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.5})
    void errorsOfATwentiethAreFoundAtOnce(double errors) {
        assertThat(found(service -> service.scaled().errors(errors).cyclesUntilProposal(1)))
                .isEqualTo(ACTIONS);
    }

    @Test
    void oneAndAHalfTimesAsSlowIsFoundInTheEnd() {
        assertThat(found(service -> service.scaled().slower(1.5).cyclesUntilProposal(8)))
                .isGreaterThan(990);
    }

    private interface Trial {
        int cyclesUntilProposal(Service service);
    }

    private static long found(Trial trial) {
        return IntStream.rangeClosed(1, ACTIONS)
                .filter(seed -> trial.cyclesUntilProposal(Service.random(seed)) > 0)
                .count();
    }
}
