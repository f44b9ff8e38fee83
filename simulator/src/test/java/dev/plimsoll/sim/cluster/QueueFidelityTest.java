// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plimsoll.sim.cluster.QueueComparison.Change;
import dev.plimsoll.sim.cluster.QueueComparison.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the queueing model to a simulation of every request. The bounds leave room for the luck of
 * a few hundred replicas; the errors against many more stand in {@link ReplicaQueue}.
 */
final class QueueFidelityTest {
    private static final double FAST = 0.05;
    private static final double SLOW = 2;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7, 0.8, 0.85, 0.9})
    void inEquilibriumMeanAndP95AreWithinTenPercent(double load) {
        var service = new QueueComparison(150, FAST, List.of(new Phase(90, load)));
        assertThat(worst(service, service::meanError)).isLessThan(10);
        assertThat(worst(service, service::p95Error)).isLessThan(10);
    }

    @ParameterizedTest
    @CsvSource({"1.3, 250, 360", "1.1, 300, 180"})
    void anOverloadBuildsUpAndDrainsWithinFifteenPercent(double load, int replicas, int drain) {
        var service = new QueueComparison(replicas, FAST, overload(load, drain));
        assertThat(worst(service, service::p95Error)).isLessThan(15);
        assertThat(service.modelledDrain(300, 600))
                .isCloseTo(service.judgedDrain(300, 600), withinPercentage(15));
    }

    /** Steps of 5 s are short for requests of 2 s: the queues follow the load for minutes. */
    @ParameterizedTest
    @CsvSource({"1.3, 600", "1.1, 360"})
    void slowRequestsAreWithinFifteenPercentToo(double load, int drain) {
        var service = new QueueComparison(2000, SLOW, overload(load, drain));
        assertThat(worst(service, service::meanError)).isLessThan(15);
        assertThat(worst(service, service::p95Error)).isLessThan(15);
        assertThat(service.modelledDrain(300, 600))
                .isCloseTo(service.judgedDrain(300, 600), withinPercentage(15));
    }

    @Test
    void slowRequestsFollowALoadThatWandersAroundSaturation() {
        double[] loads = {0.5, 0.8, 0.9, 1.1, 0.95, 0.8, 1.05, 0.85, 1.1, 0.9, 0.6, 0.8, 0.4, 0.7};
        var phases = Arrays.stream(loads).mapToObj(load -> new Phase(60, load)).toList();
        var service = new QueueComparison(2000, SLOW, phases);
        assertThat(worst(service, service::p95Error)).isLessThan(15);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesAmidAnOverloadAreWithinFifteenPercent(Change change) {
        var demand = List.of(new Phase(60, 0.7), new Phase(150, 1.3), new Phase(240, 0.7));
        var service = new QueueComparison(250, FAST, demand, change);
        assertThat(worst(service, service::p95Error)).isLessThan(15);
    }

    private static Stream<Change> changes() {
        return Stream.of(Change.added(120, 25), Change.drained(120, 25), Change.crashed(120, 25));
    }

    private static List<Phase> overload(double load, int drain) {
        return List.of(new Phase(300, 0.7), new Phase(300, load), new Phase(drain, 0.7));
    }

    /** The largest error of any window. */
    private static double worst(QueueComparison service, IntToDoubleFunction error) {
        double worst = 0;
        for (int window = 0; window < service.windows(); window++) {
            worst = Math.max(worst, Math.abs(error.applyAsDouble(window)));
        }
        return worst;
    }
}
