// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether as many replicas have reported as were ready; an interval takes 15 s. */
class ReadyWatchTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final ReadyWatch watch = new ReadyWatch(Duration.ofSeconds(15));

    @ParameterizedTest
    @CsvSource({"8, false", "6, false", "5.9, true", "0, true", "9, false"})
    void threeQuartersOfThemAreEnough(double reported, boolean partial) {
        see(0, 8);
        see(15, 8);
        assertThat(isPartial(15, reported)).isEqualTo(partial);
    }

    @Test
    void theFewestThatWereReadyInTheIntervalCount() {
        see(0, 8);
        see(10, 4);
        see(15, 8);
        see(30, 8);
        assertThat(isPartial(15, 3)).isFalse();
        assertThat(isPartial(24, 3)).isFalse();
        assertThat(isPartial(30, 3)).isTrue();
    }

    @Test
    void whatWasReadyWhenTheIntervalBeganCounts() {
        see(0, 4);
        see(10, 8);
        assertThat(isPartial(20, 3)).isFalse();
        assertThat(isPartial(25, 3)).isTrue();
    }

    @Test
    void whatBecameReadyAfterTheIntervalDoesNot() {
        see(0, 4);
        see(15, 4);
        see(16, 40);
        assertThat(isPartial(15, 4)).isFalse();
        assertThat(isPartial(15, 2.9)).isTrue();
    }

    @Test
    void withoutMemoryOfTheIntervalNothingIsDoubted() {
        assertThat(isPartial(15, 0)).isFalse();
        see(1, 8);
        see(15, 8);
        assertThat(isPartial(15, 0)).isFalse();
        assertThat(isPartial(16, 0)).isTrue();
    }

    @Test
    void remembersTheLast32Looks() {
        for (int i = 0; i < 32; i++) {
            see(i, 8);
        }
        assertThat(isPartial(15, 0)).isTrue();
        see(32, 8);
        assertThat(isPartial(15, 0)).isFalse();
        assertThat(isPartial(16, 0)).isTrue();
    }

    @Test
    void aCountThatIsNotFreshDoubtsNothing() {
        see(0, 8);
        see(15, 8);
        var stale = TestReadings.at(START.plusSeconds(15)).stale(Signal.READY_REPLICAS, 0);
        assertThat(watch.isPartial(stale.readings())).isFalse();
        assertThat(watch.isPartial(Readings.NONE)).isFalse();
    }

    @Test
    void continuesExactlyAfterRestore() {
        for (int i = 0; i < 40; i++) {
            see(5L * i, 4 + i % 5);
        }
        ReadyWatch restored = new ReadyWatch(Duration.ofSeconds(15));
        restored.observe(START, 99);
        StateReader state = new StateReader(bytes(watch));
        restored.restore(state);
        state.end();
        assertThat(bytes(restored)).isEqualTo(bytes(watch));
        watch.observe(START.plusSeconds(300), 1);
        restored.observe(START.plusSeconds(300), 1);
        assertThat(bytes(restored)).isEqualTo(bytes(watch));
    }

    private void see(long second, int ready) {
        watch.observe(START.plusSeconds(second), ready);
    }

    private boolean isPartial(long end, double reported) {
        var readings = TestReadings.at(START.plusSeconds(end));
        return watch.isPartial(readings.fresh(Signal.READY_REPLICAS, reported).readings());
    }

    private static byte[] bytes(ReadyWatch watch) {
        StateWriter out = new StateWriter();
        watch.save(out);
        return out.toBytes();
    }
}
