// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plimsoll.capacity.MmcStation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulatedOutcomeTest {
    private static final Setup SETUP = Setup.of(0.05);
    private static final MmcStation STATION = SETUP.station();

    private static Profile constant(double load, int seconds, Change... changes) {
        return new Profile(
                Stream.concat(Stream.of(Change.NONE), Arrays.stream(changes))
                        .map(change -> new Phase("p", load, seconds, Regime.STEADY, change))
                        .toList(),
                2);
    }

    @Test
    void aSteadyLoadIsThatOfTheStation() {
        Outcome outcome = SimulatedOutcome.of(constant(0.7, 60), SETUP, 0);
        assertThat(outcome.figure(0, Figure.MEAN).orElseThrow())
                .isCloseTo(1000 * STATION.meanResponse(0.7), withinPercentage(1));
        assertThat(outcome.figure(0, Figure.P95).orElseThrow())
                .isCloseTo(1000 * STATION.responseQuantile(0.7, 0.95), withinPercentage(1));
    }

    @Test
    void theWayToAServerIsAddedToEveryLatency() {
        Outcome without = SimulatedOutcome.of(constant(0.7, 20), SETUP, 0);
        Outcome with = SimulatedOutcome.of(constant(0.7, 20), SETUP, 0.003);
        for (Figure figure : List.of(Figure.MEAN, Figure.P95, Figure.P99)) {
            assertThat(with.figure(0, figure).orElseThrow())
                    .isCloseTo(without.figure(0, figure).orElseThrow() + 3, within(1e-6));
        }
    }

    /** Little's law: as many as arrive during the time that one spends there. */
    @Test
    void inTheSystemAreAsManyAsLittleSays() {
        Outcome outcome = SimulatedOutcome.of(constant(0.7, 60), SETUP, 0.003);
        double expected = SETUP.rate(0.7) * (STATION.meanResponse(0.7) + 0.003);
        assertThat(outcome.seconds().getLast().inSystem()).isCloseTo(expected, withinPercentage(1));
    }

    @Test
    void changesOfTheFleetChangeTheLoad() {
        Outcome outcome =
                SimulatedOutcome.of(constant(0.8, 30, Change.ADDED, Change.DRAINED), SETUP, 0);
        double ms = 1000 * STATION.meanResponse(0.8 * 8 / 9);
        assertThat(outcome.seconds().get(59).meanMs().orElseThrow())
                .isCloseTo(ms, withinPercentage(2));
        assertThat(outcome.seconds().get(89).meanMs().orElseThrow())
                .isCloseTo(1000 * STATION.meanResponse(0.8), withinPercentage(2));
    }

    @Test
    void aCrashIsFeltUntilTheReplacementIsUp() {
        Outcome outcome = SimulatedOutcome.of(constant(0.8, 30, Change.CRASHED), SETUP, 0);
        double before = outcome.seconds().get(29).meanMs().orElseThrow();
        assertThat(outcome.seconds().get(31).meanMs().orElseThrow()).isGreaterThan(1.2 * before);
        assertThat(outcome.seconds().get(59).meanMs().orElseThrow())
                .isCloseTo(before, withinPercentage(3));
    }
}
