// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.Slo;
import dev.plimsoll.sim.backtest.BacktestSettings.Limits;
import dev.plimsoll.sim.backtest.BacktestSettings.Prices;
import dev.plimsoll.sim.backtest.BacktestSettings.Replay;
import dev.plimsoll.sim.backtest.BacktestSettings.Scale;
import dev.plimsoll.sim.backtest.BacktestSettings.StartUp;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.workload.Interpolation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BacktestSettingsTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static Stream<Arguments> unusable() {
        return Stream.of(
                refused(() -> new StartUp(-1, 0.25), "--lead-time: seconds '-1.0'"),
                refused(() -> new StartUp(NAN, 0.25), "--lead-time: seconds 'NaN'"),
                refused(() -> new StartUp(INFINITE, 0.25), "--lead-time: seconds 'Infinity'"),
                refused(() -> new StartUp(40, -0.1), "--lead-time-spread: spread '-0.1'"),
                refused(() -> new StartUp(40, 3.1), "--lead-time-spread: spread '3.1'"),
                refused(() -> new StartUp(40, NAN), "--lead-time-spread: spread 'NaN'"),
                refused(() -> new Scale.PeakReplicas(0), "--peak-replicas: replicas '0'"),
                refused(() -> new Scale.ReplicaCapacity(0), "--replica-capacity: capacity '0.0'"),
                refused(() -> new Scale.ReplicaCapacity(-1), "--replica-capacity: capacity '-1.0'"),
                refused(() -> new Scale.ReplicaCapacity(NAN), "--replica-capacity: capacity 'NaN'"),
                refused(
                        () -> new Scale.ReplicaCapacity(INFINITE),
                        "--replica-capacity: capacity 'Infinity'"),
                refused(() -> new Limits(0, OptionalInt.empty()), "--min: replicas '0'"),
                refused(() -> new Limits(3, OptionalInt.of(2)), "--max: replicas '2'"),
                refused(() -> replay(-0.1, 60), "--warm-up: share '-0.1'"),
                refused(() -> replay(1, 60), "--warm-up: share '1.0'"),
                refused(() -> replay(NAN, 60), "--warm-up: share 'NaN'"),
                refused(() -> replay(0.3, 0), "--max-days: days '0'"),
                refused(() -> new Prices(0, 1), "--violation-cost: cost '0.0'"),
                refused(() -> new Prices(-1, 1), "--violation-cost: cost '-1.0'"),
                refused(() -> new Prices(INFINITE, 1), "--violation-cost: cost 'Infinity'"),
                refused(() -> new Prices(NAN, 1), "--violation-cost: cost 'NaN'"),
                refused(() -> new Prices(100, -1), "--price-per-hour: price '-1.0'"),
                refused(() -> new Prices(100, INFINITE), "--price-per-hour: price 'Infinity'"),
                refused(() -> seeing(12, 15), "--metrics-interval: duration '12s'"),
                refused(() -> seeing(15, 7), "--metrics-delay: duration '7s'"),
                refused(() -> heldTo(0.149), "--slo: target 'p95=149ms'"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unusable")
    void refusesWhatCannotBeUsed(ThrowingCallable made, String problem) {
        assertThatThrownBy(made)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(problem + ": ")
                .message()
                .hasLineCount(1)
                .matches(".*: .*(give|raise) .*");
    }

    @Test
    void acceptsTheEndsOfEveryRange() {
        assertThat(new StartUp(0, 0).spread()).isZero();
        assertThat(new StartUp(40, 3).spread()).isEqualTo(3);
        assertThat(new Limits(2, OptionalInt.of(2)).max()).hasValue(2);
        assertThat(replay(0, 1).maxDays()).isEqualTo(1);
        assertThat(new Prices(1e-9, 0).replicaHour()).isZero();
        assertThat(seeing(5, 0).cadence().metricsDelay()).isZero();
        assertThat(heldTo(0.151).service().demandPerReplica()).isPositive();
    }

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        assertThat(BacktestSettings.defaults(40).byOption())
                .containsExactly(
                        entry("step", "5s"),
                        entry("metrics-interval", "15s"),
                        entry("metrics-delay", "15s"),
                        entry("lead-time", "40s"),
                        entry("lead-time-spread", "0.25"),
                        entry("peak-replicas", "50"),
                        entry("slo", "p95=250ms"),
                        entry("concurrency", "4"),
                        entry("service-time", "50ms"),
                        entry("min", "1"),
                        entry("interpolation", "rough"),
                        entry("violation-cost", "100.0"),
                        entry("price-per-hour", "1.0"),
                        entry("warm-up", "0.3"),
                        entry("max-days", "60"),
                        entry("start", "2026-01-05T00:00:00Z"),
                        entry("seed", "1"));
    }

    @Test
    void printsTheOptionsThatWereGiven() {
        BacktestSettings settings = PlainSettings.limited(new Limits(2, OptionalInt.of(9)));

        assertThat(settings.byOption())
                .containsEntry("replica-capacity", "1.0/s")
                .containsEntry("lead-time-spread", "0.0")
                .containsEntry("min", "2")
                .containsEntry("max", "9")
                .containsEntry("interpolation", "hold")
                .doesNotContainKey("peak-replicas");
    }

    @Test
    void slowReplicasAreTakenForLargeModels() {
        ServiceModel quick = BacktestSettings.defaultService(119.9);
        ServiceModel slow = BacktestSettings.defaultService(120);

        assertThat(quick.demandPerReplica()).isCloseTo(65.2, within(0.05));
        assertThat(slow.station()).isEqualTo(new MmcStation(4, 2));
        assertThat(slow.slo()).isEqualTo(new Slo(0.95, 10));
        assertThat(slow.station().edgeLoad(slow.slo())).isCloseTo(0.815, within(0.0005));
        assertThat(quick.station().edgeLoad(quick.slo())).isCloseTo(0.815, within(0.0005));
    }

    @ParameterizedTest(name = "step {0} s: cycle {1} s")
    @CsvSource({"1, 15", "5, 15", "15, 15", "7, 21", "10, 20", "60, 60"})
    void aCycleIsWholeStepsOfFifteenSecondsOrMore(int step, long cycle) {
        assertThat(BacktestSettings.cycle(step)).isEqualTo(Duration.ofSeconds(cycle));
    }

    private static Arguments refused(ThrowingCallable made, String problem) {
        return arguments(made, problem);
    }

    private static Replay replay(double warmUp, int maxDays) {
        return new Replay(Interpolation.HOLD, warmUp, maxDays, START, 1);
    }

    private static BacktestSettings seeing(long intervalSeconds, long delaySeconds) {
        return of(
                BacktestSettings.defaultService(40),
                new Cadence(
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(intervalSeconds),
                        Duration.ofSeconds(delaySeconds)));
    }

    /** An idle replica of 50 ms keeps p95 at ln(20) × 50 ms = 149.8 ms. */
    private static BacktestSettings heldTo(double targetSeconds) {
        var service = new ServiceModel(new MmcStation(4, 0.05), new Slo(0.95, targetSeconds), 5, 0);
        return of(service, Cadence.DEFAULT);
    }

    private static BacktestSettings of(ServiceModel service, Cadence cadence) {
        return new BacktestSettings(
                service,
                cadence,
                StartUp.DEFAULT,
                new Scale.PeakReplicas(1),
                Limits.DEFAULT,
                Replay.DEFAULT,
                Prices.DEFAULT,
                Optional.empty());
    }
}
