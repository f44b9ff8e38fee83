// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.sim.backtest.BacktestSettings.Limits;
import dev.plimsoll.sim.backtest.BacktestSettings.Scale;
import dev.plimsoll.sim.workload.Trace;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Demand holds between samples of 60 s, twelve steps of 5 s each; the last sample has one step. */
class BacktestCaseTest {
    private static final double CARRIED = 65.2;

    @Test
    void scalesThePeakToItsReplicas() {
        BacktestCase replay = BacktestCase.of(trace(10, 20, 40, 1), PlainSettings.scaled(peak(50)));

        assertThat(replay.demand().peak()).isCloseTo(50 * CARRIED, within(1.0));
        assertThat(demandAtMinute(replay, 0)).isCloseTo(12.5 * CARRIED, within(0.5));
        assertThat(needs(replay)).containsExactly(13, 25, 50, 2);
        assertThat(replay.peakNeed()).isEqualTo(50);
    }

    @Test
    void scalesACapacityToWhatAReplicaCarries() {
        BacktestCase replay =
                BacktestCase.of(
                        trace(0, 119, 120, 121, 240, 241),
                        PlainSettings.scaled(new Scale.ReplicaCapacity(120)));

        assertThat(demandAtMinute(replay, 2)).isCloseTo(CARRIED, within(0.05));
        assertThat(needs(replay)).containsExactly(1, 1, 1, 2, 2, 3);
    }

    @Test
    void neverNeedsFewerThanTheMinimum() {
        var settings = PlainSettings.limited(new Limits(3, OptionalInt.empty()));

        assertThat(needs(BacktestCase.of(trace(0, 2, 3.5, 9), settings)))
                .containsExactly(3, 3, 4, 9);
    }

    @Test
    void scoresNeitherWarmUpNorGaps() {
        // Samples every 60 s, but none at 180 and 240: the one at 120 speaks until 180.
        Trace trace =
                Trace.of("gap", new double[] {0, 60, 120, 300, 360}, new double[] {1, 1, 1, 1, 1});
        BacktestCase replay = BacktestCase.of(trace, PlainSettings.scored(0.25));

        assertThat(replay.context().steps()).isEqualTo(73);
        // 0.25 of 73 steps are 18.25, so the first scored step is the 19th from 0.
        assertThat(scored(replay))
                .containsExactly(
                        IntStream.concat(IntStream.range(19, 36), IntStream.rangeClosed(60, 72))
                                .toArray());
    }

    @Test
    void replaysTheLastDays() {
        double[] hours = new double[72];
        Arrays.setAll(hours, hour -> hour < 48 ? 1 : 2);
        hours[71] = 5;
        Trace trace = Trace.regular("days", 3600, hours);

        BacktestCase all = BacktestCase.of(trace, PlainSettings.lastDays(3));
        BacktestCase last = BacktestCase.of(trace, PlainSettings.lastDays(1));

        assertThat(all.context().steps()).isEqualTo(71 * 720 + 1);
        assertThat(last.context().steps()).isEqualTo(23 * 720 + 1);
        assertThat(last.context().need(0)).isEqualTo(2);
        assertThat(last.peakNeed()).isEqualTo(5);
    }

    @Test
    void startsWhenTheTraceDidOrWhenTheSettingsSay() {
        Instant own = Instant.parse("2025-03-01T08:00:00Z");

        assertThat(BacktestCase.of(trace(1, 1), PlainSettings.DEFAULT).start())
                .isEqualTo(Instant.parse("2026-01-05T00:00:00Z"));
        assertThat(BacktestCase.of(trace(1, 1).startingAt(own), PlainSettings.DEFAULT).start())
                .isEqualTo(own);
    }

    @Test
    void refusesToScaleATraceWithoutDemand() {
        assertThatThrownBy(() -> BacktestCase.of(trace(0, 0, 0), PlainSettings.scaled(peak(50))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "web: value '0': the trace has no demand to scale; use --replica-capacity");
    }

    @Test
    void replaysATraceWithoutDemandAtACapacity() {
        assertThat(needs(BacktestCase.of(trace(0, 0, 0), PlainSettings.DEFAULT)))
                .containsExactly(1, 1, 1);
    }

    @Test
    void refusesAFleetBeyondAllMeasure() {
        assertThatThrownBy(() -> BacktestCase.of(trace(1), PlainSettings.scaled(peak(1_000_001))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "web: need '1000001 replicas': at most 1000000 can be replayed; give a"
                                + " larger --replica-capacity or a smaller --peak-replicas or"
                                + " --min");
        assertThat(
                        BacktestCase.of(trace(1), PlainSettings.scaled(peak(1_000_000)))
                                .world()
                                .workload()
                                .limits())
                .isEqualTo(new ReplicaLimits(1, 2_000_000));
    }

    @Test
    void refusesATraceOfTooManySteps() {
        Trace trace = Trace.of("centuries", new double[] {0, 60, 1e10}, new double[] {1, 1, 1});

        assertThatThrownBy(() -> BacktestCase.of(trace, PlainSettings.lastDays(200_000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("trace centuries has 2000000001 steps of 5 s, at most ");
    }

    @ParameterizedTest(name = "min {0}, max {1}: limits {2} to {3}, first {4}")
    @CsvSource({
        "1, , 1, 18, 4",
        "5, , 5, 18, 5",
        "30, , 30, 60, 30",
        "1, 3, 1, 3, 3",
        "2, 100, 2, 100, 4"
    })
    void limitsAWorldToTwiceThePeakAndStartsWithWhatIsNeeded(
            int min, Integer max, int least, int most, int first) {
        OptionalInt limit = max == null ? OptionalInt.empty() : OptionalInt.of(max);
        var world =
                BacktestCase.of(trace(4, 9), PlainSettings.limited(new Limits(min, limit))).world();

        assertThat(world.workload().limits()).isEqualTo(new ReplicaLimits(least, most));
        assertThat(world.service().ready()).isEqualTo(first);
        assertThat(world.second()).isZero();
    }

    @Test
    void perfectForesightOrdersOneLeadTimeAhead() {
        // 1 replica for 120 s, then 3 for 60 s, then 1: two more are billed for 40 s + 60 s.
        BacktestCase replay = BacktestCase.of(trace(1, 1, 3, 1, 1), PlainSettings.DEFAULT);

        assertThat(replay.oracleReplicaHours() * 3600)
                .isCloseTo(49 * 5 + 2 * (40 + 60), within(1e-6));
    }

    private static Scale peak(int replicas) {
        return new Scale.PeakReplicas(replicas);
    }

    private static Trace trace(double... values) {
        return Trace.regular("web", 60, values);
    }

    private static int[] needs(BacktestCase replay) {
        return IntStream.range(0, replay.context().steps())
                .filter(step -> step % 12 == 0)
                .map(replay.context()::need)
                .toArray();
    }

    private static double demandAtMinute(BacktestCase replay, int minute) {
        return replay.context().demand(minute * 12);
    }

    private static int[] scored(BacktestCase replay) {
        return IntStream.range(0, replay.context().steps())
                .filter(replay.context()::scored)
                .toArray();
    }
}
