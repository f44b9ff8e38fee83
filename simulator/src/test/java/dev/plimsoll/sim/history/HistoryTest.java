// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.telemetry.Signal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final WindowMeans THREE = WindowMeans.of(1, 2, 3);

    @Test
    void whatIsNoQuantityIsAbsent() {
        WindowMeans means = WindowMeans.of(0, -1, Double.NaN, Double.POSITIVE_INFINITY, 5);

        assertThat(means.known()).isEqualTo(2);
        assertThat(means.at(0)).hasValue(0);
        assertThat(means.at(1)).isEmpty();
        assertThat(means.largest()).hasValue(5);
        assertThatThrownBy(() -> means.value(2)).hasMessageContaining("window 2 has no value");
    }

    @Test
    void whatWasNotMeasuredHasNoValue() {
        History history =
                history(Map.of(Signal.DEMAND, THREE, Signal.READY_REPLICAS, THREE), THREE);

        assertThat(history.of(Signal.TAIL_LATENCY).known()).isZero();
        assertThat(history.windows()).isEqualTo(3);
    }

    @Test
    void itHasDemandAndReplicasOfOneLength() {
        assertThatThrownBy(() -> history(Map.of(Signal.DEMAND, THREE), THREE))
                .hasMessage("history web has no ready replicas");
        assertThatThrownBy(() ->
                        history(
                                Map.of(Signal.DEMAND, THREE, Signal.READY_REPLICAS, THREE),
                                WindowMeans.absent(2)))
                .hasMessageContaining("has 3 windows of", "and 2 of desired replicas");
    }

    private static History history(Map<Signal, WindowMeans> signals, WindowMeans desired) {
        return new History("web", KnownPast.START, 60, signals, desired, Buckets.NONE);
    }
}
