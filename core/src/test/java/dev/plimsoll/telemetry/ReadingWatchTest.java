// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.telemetry.Reading.Doubt;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which fresh readings are doubted. */
class ReadingWatchTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final ReadingWatch watch = new ReadingWatch(Cadence.DEFAULT);
    private long second;

    @ParameterizedTest
    @EnumSource(names = {"DEMAND", "UTILIZATION", "GOODPUT", "SESSIONS", "CPU", "GPU"})
    void aLoadOfZeroBesideASignOfLifeIsDoubted(Signal load) {
        Signal life = load == Signal.DEMAND ? Signal.CPU : Signal.DEMAND;
        assertThat(see(readings().fresh(load, 0).fresh(life, 5)))
                .isEqualTo(judged(load, Doubt.ZERO, 0, life, 5));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DEMAND",
                "UTILIZATION",
                "GOODPUT",
                "CPU",
                "GPU",
                "MEAN_LATENCY",
                "TAIL_LATENCY"
            })
    void whatIsAboveZeroOnlyWithRequestsIsASignOfLife(Signal life) {
        Signal load = life == Signal.DEMAND ? Signal.CPU : Signal.DEMAND;
        assertThat(see(readings().fresh(load, 0).fresh(life, 0.001)).isFresh(load)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSIONS", "READY_REPLICAS", "RETRIES", "REJECTED", "NETWORK_LATENCY"})
    void whatIsThereWithoutRequestsIsNone(Signal signal) {
        assertThat(see(readings().fresh(Signal.DEMAND, 0).fresh(signal, 5)).isFresh(Signal.DEMAND))
                .isTrue();
    }

    @Test
    void zeroEverywhereOrBesideAnOldSignOfLifeIsBelieved() {
        var quiet = readings().fresh(Signal.DEMAND, 0).fresh(Signal.CPU, 0);
        assertThat(see(quiet)).isEqualTo(quiet.readings());
        var old = readings().fresh(Signal.DEMAND, 0).stale(Signal.CPU, 3);
        assertThat(see(old)).isEqualTo(old.readings());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEMAND", "UTILIZATION", "GOODPUT", "SESSIONS", "CPU", "GPU"})
    void aLoadThatFreezesIsDoubted(Signal load) {
        for (int i = 0; i < 50; i++) {
            assertThat(see(readings().fresh(load, 0.1 + i / 1000.0)).isFresh(load)).isTrue();
        }
        see(readings().fresh(load, 0.7));
        see(readings().fresh(load, 0.7));
        assertThat(see(readings().fresh(load, 0.7)).of(load))
                .isEqualTo(new Reading.Suspect(0.7, at(), Doubt.FROZEN));
    }

    @ParameterizedTest
    @EnumSource(names = {"UTILIZATION", "GPU"})
    void aFullShareIsBelieved(Signal share) {
        for (int i = 0; i < 50; i++) {
            see(readings().fresh(share, 0.1 + i / 1000.0));
        }
        for (int i = 0; i < 50; i++) {
            assertThat(see(readings().fresh(share, 1)).isFresh(share)).isTrue();
        }
    }

    @Test
    void whatMayBeAboveOneFreezesAtOneToo() {
        for (int i = 0; i < 50; i++) {
            see(readings().fresh(Signal.CPU, 0.1 + i / 1000.0));
        }
        see(readings().fresh(Signal.CPU, 1));
        see(readings().fresh(Signal.CPU, 1));
        assertThat(see(readings().fresh(Signal.CPU, 1)).isFresh(Signal.CPU)).isFalse();
    }

    @Test
    void whatIsNoLoadIsNeverDoubted() {
        for (int i = 0; i < 50; i++) {
            see(readings().fresh(Signal.TAIL_LATENCY, 0.1 + i / 1000.0));
        }
        for (int i = 0; i < 20; i++) {
            var same = readings().fresh(Signal.TAIL_LATENCY, 0.7);
            assertThat(see(same)).isEqualTo(same.readings());
        }
    }

    @Test
    void everyLoadIsDoubtedWhileReplicasAreSilent() {
        see(readings());
        var partial =
                readings()
                        .fresh(Signal.DEMAND, 0)
                        .fresh(Signal.CPU, 3)
                        .fresh(Signal.TAIL_LATENCY, 1)
                        .stale(Signal.GOODPUT, 9)
                        .fresh(Signal.READY_REPLICAS, 7);
        Readings judged = see(partial);
        assertThat(judged.of(Signal.DEMAND)).isEqualTo(new Reading.Suspect(0, at(), Doubt.PARTIAL));
        assertThat(judged.of(Signal.CPU)).isEqualTo(new Reading.Suspect(3, at(), Doubt.PARTIAL));
        for (Signal other : EnumSet.complementOf(EnumSet.of(Signal.DEMAND, Signal.CPU))) {
            assertThat(judged.of(other)).isEqualTo(partial.readings().of(other));
        }
    }

    @Test
    void readingsOfReplicasAreKept() {
        var each = List.of(new ReplicaReading("a", Reading.NEVER_SEEN, Reading.NEVER_SEEN));
        Readings seen =
                Readings.of(
                        Map.of(
                                Signal.DEMAND,
                                new Reading.Fresh(0, START),
                                Signal.CPU,
                                new Reading.Fresh(1, START)),
                        each);
        assertThat(watch.observe(snapshot(seen), START).replicas()).isEqualTo(each);
    }

    @Test
    void continuesExactlyAfterRestore() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            see(random(random));
        }
        ReadingWatch restored = new ReadingWatch(Cadence.DEFAULT);
        StateReader state = new StateReader(bytes(watch));
        restored.restore(state);
        state.end();
        assertThat(bytes(restored)).isEqualTo(bytes(watch));
        for (int i = 0; i < 100; i++) {
            WorkloadSnapshot next = snapshot(random(random).readings());
            assertThat(restored.observe(next, at())).isEqualTo(watch.observe(next, at()));
        }
        assertThat(bytes(restored)).isEqualTo(bytes(watch));
    }

    private TestReadings random(SplittableRandom random) {
        TestReadings readings = readings();
        for (Signal signal : Signal.values()) {
            readings.fresh(signal, random.nextInt(4));
        }
        return readings.fresh(Signal.READY_REPLICAS, random.nextInt(6, 12));
    }

    private Readings see(TestReadings readings) {
        return watch.observe(snapshot(readings.readings()), at());
    }

    /** Of the next interval. */
    private TestReadings readings() {
        second += 15;
        return TestReadings.at(at());
    }

    private Instant at() {
        return START.plusSeconds(second);
    }

    private Readings judged(Signal doubted, Doubt doubt, double value, Signal other, double life) {
        return TestReadings.at(at())
                .put(doubted, new Reading.Suspect(value, at(), doubt))
                .fresh(other, life)
                .readings();
    }

    /** Ten replicas are ready. */
    private static WorkloadSnapshot snapshot(Readings readings) {
        var inventory = new Inventory(Workloads.WEB, 10, 10, 1, List.of());
        return new WorkloadSnapshot(inventory, readings, Pool.UNLIMITED);
    }

    private static byte[] bytes(ReadingWatch watch) {
        StateWriter out = new StateWriter();
        watch.save(out);
        return out.toBytes();
    }
}
