// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.model.Slo;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against closed forms and sums of the textbook that share no code with the class. */
class MmcStationTest {
    private static final double TIGHT = 1e-9;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.3, 0.5, 0.9, 0.999})
    void oneSlotIsTheMm1Queue(double load) {
        double service = 0.05;
        MmcStation station = new MmcStation(1, service);
        double emptying = (1 - load) / service;
        assertThat(station.waitProbability(load)).isCloseTo(load, within(TIGHT));
        assertThat(station.meanResponse(load)).isCloseTo(1 / emptying, within(TIGHT / (1 - load)));
        assertThat(station.exceedance(load, 0.2))
                .isCloseTo(StrictMath.exp(-emptying * 0.2), within(TIGHT));
        assertThat(station.responseQuantile(load, 0.95))
                .isCloseTo(StrictMath.log(20) / emptying, within(1e-6 / (1 - load)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.7", "2, 0.5", "4, 0.25", "4, 0.75", "4, 0.815", "8, 0.9", "50, 0.95"})
    void theChanceOfWaitingIsErlangsSum(int slots, double load) {
        MmcStation station = new MmcStation(slots, 2);
        assertThat(station.waitProbability(load)).isCloseTo(erlangC(slots, load), within(TIGHT));
    }

    /** a^c/c!/(1−ρ) over that and the sum of a^k/k! for k below c. */
    private static double erlangC(int slots, double load) {
        double offered = slots * load;
        double term = 1;
        double sum = 0;
        for (int k = 0; k < slots; k++) {
            sum += term;
            term *= offered / (k + 1);
        }
        double waiting = term / (1 - load);
        return waiting / (sum + waiting);
    }

    @Test
    void aKnownValueOfErlangsTables() {
        // Two slots at 75 %: C = 2ρ²/(1+ρ) = 0.642857…
        assertThat(new MmcStation(2, 1).waitProbability(0.75))
                .isCloseTo(1.125 / 1.75, within(TIGHT));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0.5, 0.1",
        "4, 0.75, 0.25",
        "4, 0.7500000001, 0.25",
        "4, 0.9, 1",
        "2, 0.5, 0.3"
    })
    void theResponseTimeIsWaitingAndServiceTogether(int slots, double load, double seconds) {
        MmcStation station = new MmcStation(slots, 0.05);
        assertThat(station.exceedance(load, seconds))
                .isCloseTo(exceedanceByIntegral(slots, load, seconds), within(1e-7));
    }

    /** Served too late, or served within t after x but having waited longer than the rest. */
    private static double exceedanceByIntegral(int slots, double load, double seconds) {
        double rate = 20;
        double emptying = slots * rate * (1 - load);
        int pieces = 20_000;
        double step = seconds / pieces;
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double served = (i + 0.5) * step;
            sum += rate * StrictMath.exp(-rate * served - emptying * (seconds - served));
        }
        return StrictMath.exp(-rate * seconds) + erlangC(slots, load) * sum * step;
    }

    @Test
    void everyRequestTakesSomeTime() {
        assertThat(new MmcStation(4, 0.05).exceedance(0.5, 0)).isEqualTo(1);
        assertThat(new MmcStation(4, 0.05).exceedance(0.5, -1)).isEqualTo(1);
    }

    @Test
    void saturatesWhenEverySlotIsBusy() {
        assertThat(new MmcStation(4, 0.05).saturationRate()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.25", "2, 10"})
    void theDefaultsMeetTheirEdgeAtAnEightyOnePointFivePercentBusyShare(
            double service, double target) {
        double edge = new MmcStation(4, service).edgeLoad(new Slo(0.95, target));
        assertThat(edge).isCloseTo(0.815, within(0.0005));
    }

    @Test
    void theEdgeOfOneSlotHasAClosedForm() {
        double edge = new MmcStation(1, 0.05).edgeLoad(new Slo(0.95, 0.25));
        assertThat(edge).isCloseTo(1 - StrictMath.log(20) * 0.05 / 0.25, within(TIGHT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theObjectiveIsJustMetAtItsEdgeAndAtItsQuantile(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MmcStation station = new MmcStation(random.nextInt(1, 65), random.nextDouble(0.001, 5));
        Slo slo = new Slo(random.nextDouble(0.5, 0.99), station.serviceSeconds() * 6);
        double load = random.nextDouble(0, 0.99);

        double quantile = station.responseQuantile(load, slo.quantile());
        assertThat(station.exceedance(load, quantile)).isCloseTo(1 - slo.quantile(), within(1e-9));

        double edge = station.edgeLoad(slo);
        assertThat(edge).isBetween(0.1, 1 - 1e-9);
        assertThat(station.exceedance(edge, slo.targetSeconds()))
                .isCloseTo(1 - slo.quantile(), within(1e-6));
    }

    @Test
    void anObjectiveThatAnIdleReplicaMissesHasNoEdge() {
        // An idle replica answers 95 % within 50 ms · ln 20 = 149.8 ms.
        MmcStation station = new MmcStation(4, 0.05);
        assertThat(station.edgeLoad(new Slo(0.95, 0.149))).isLessThan(1e-12);
        assertThat(station.edgeLoad(new Slo(0.95, 0.150))).isPositive();
    }

    @Test
    void refusesAStationThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MmcStation(0, 1))
                .withMessageContaining("concurrency 0");
        for (double seconds : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MmcStation(1, seconds))
                    .withMessageContaining("service time " + seconds);
        }
    }
}
