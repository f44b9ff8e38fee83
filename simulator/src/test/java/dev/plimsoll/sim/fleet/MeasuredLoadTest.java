// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.model.StateKind;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.cluster.TelemetryFaults.Kind;
import dev.plimsoll.sim.scenario.Event;
import dev.plimsoll.sim.scenario.ScenarioBuilder;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Demand is steady at 8 × 65.2 requests/s; readings go wrong from 5m to 15m. */
class MeasuredLoadTest {
    private static final double RATE = 8 * ScenarioBuilder.REPLICA;
    private static final long BEGIN = 300;
    private static final long END = 900;

    @Test
    void requestsAreCountedAndLatenciesWithThem() {
        LoadFigures load = load(sound(), 60).orElseThrow();
        assertThat(requests(load)).isCloseTo(60 * RATE, within(1e-6));
        LatencyCounts latency = load.latency().orElseThrow();
        assertThat(latency.answered()).isCloseTo(60 * RATE, within(1e-6));
        assertThat(latency.within()).hasSameSizeAs(LatencyCounts.BOUNDS).isSorted();
        assertThat(latency.within().getLast()).isCloseTo(latency.answered(), within(1e-6));
        assertThat(latency.seconds() / latency.answered()).isBetween(0.05, 0.1);
        assertThat(load.gauges().get(Signal.UTILIZATION)).isCloseTo(0.652, within(0.01));
    }

    @Test
    void whatIsNotMeasuredIsNotThere() {
        LoadFigures load = load(sound(), 60).orElseThrow();
        assertThat(load.counts())
                .containsOnlyKeys(
                        Signal.DEMAND, Signal.ERROR_RATIO, Signal.RETRIES, Signal.REJECTED);
        assertThat(load.gauges()).containsOnlyKeys(Signal.UTILIZATION);
    }

    @Test
    void sessionsAreAGauge() {
        var scenario = sound().state(new StateKind.Sessions(Duration.ofMinutes(2)));
        assertThat(load(scenario, 120).orElseThrow().gauges().get(Signal.SESSIONS)).isPositive();
    }

    @Test
    void errorsAndRetriesAreCounted() {
        var scenario =
                sound().event(new Event.RetryStorm(0, 60, 1.5))
                        .event(new Event.Harm(0, 60, 2, 0.1));
        LoadFigures load = load(scenario, 60).orElseThrow();
        assertThat(load.counts().get(Signal.RETRIES)).isCloseTo(0.5 * 60 * RATE, within(1e-6));
        assertThat(load.counts().get(Signal.ERROR_RATIO)).isCloseTo(9 * RATE, within(1e-6));
    }

    @Test
    void aServiceWithoutReplicasAnswersWithErrors() {
        LoadFigures load = load(sound().initial(0), 60).orElseThrow();
        assertThat(load.counts().get(Signal.ERROR_RATIO)).isCloseTo(60 * RATE, within(1e-6));
        assertThat(load.latency()).contains(LatencyCounts.NONE);
    }

    @Test
    void anOutageLeavesNothingAndLosesNoRequest() {
        assertThat(load(wrong(Kind.ABSENT), BEGIN)).isEmpty();
        assertThat(load(wrong(Kind.ABSENT), END - 20)).isEmpty();
        assertThat(count(wrong(Kind.ABSENT), END + 60)).isCloseTo(960 * RATE, within(1e-6));
    }

    @Test
    void zeroedLoadIsNotCountedAndHasNoBusyShare() {
        LoadFigures load = load(wrong(Kind.ZERO), END - 20).orElseThrow();
        assertThat(requests(load)).isCloseTo((BEGIN - 15) * RATE, within(1e-6));
        assertThat(load.gauges().get(Signal.UTILIZATION)).isZero();
        assertThat(load.latency().orElseThrow().answered()).isCloseTo(285 * RATE, within(1e-6));
    }

    @Test
    void halfOfTheReplicasTellsHalfOfTheRequests() {
        LoadFigures load = load(wrong(Kind.HALF), END - 20).orElseThrow();
        assertThat(requests(load)).isCloseTo((285 + 595 / 2.0) * RATE, within(1e-6));
        assertThat(load.gauges().get(Signal.UTILIZATION)).isCloseTo(0.652, within(0.01));
    }

    @Test
    void frozenLoadRepeatsItsLastStep() {
        var rising = ScenarioBuilder.minutes(20).roughness(0).demand(0, 1).demand(1200, 9);
        rising.event(new Event.MetricsOutage(BEGIN, END, Kind.FROZEN));
        double first = count(rising, 400);
        assertThat(count(rising, 405) - first)
                .isCloseTo(count(rising, 800) - count(rising, 795), within(1e-6))
                .isPositive();
    }

    @Test
    void lateLoadStandsStillAndFollowsThreeMinutesBehind() {
        assertThat(count(wrong(Kind.LATE), BEGIN + 100)).isCloseTo(285 * RATE, within(1e-6));
        assertThat(count(wrong(Kind.LATE), BEGIN + 400)).isCloseTo(520 * RATE, within(1e-6));
        assertThat(count(wrong(Kind.LATE), END + 60)).isCloseTo(960 * RATE, within(1e-6));
    }

    @Test
    void whatThePlatformKnowsStaysInAnOutage() {
        WorkloadFigures figures = figures(wrong(Kind.ABSENT), BEGIN + 60).getFirst();
        assertThat(figures.desired()).isEqualTo(10);
        assertThat(figures.ready()).isEqualTo(10);
    }

    private static ScenarioBuilder sound() {
        return ScenarioBuilder.minutes(20).roughness(0).exact();
    }

    private static ScenarioBuilder wrong(Kind kind) {
        return sound().event(new Event.MetricsOutage(BEGIN, END, kind));
    }

    private static double count(ScenarioBuilder scenario, long second) {
        return requests(load(scenario, second).orElseThrow());
    }

    private static double requests(LoadFigures load) {
        return load.counts().get(Signal.DEMAND);
    }

    private static Optional<LoadFigures> load(ScenarioBuilder scenario, long second) {
        return figures(scenario, second).getFirst().load();
    }

    private static List<WorkloadFigures> figures(ScenarioBuilder scenario, long second) {
        Fleet fleet = new Fleet(BacktestCase.of(scenario.build(), 1));
        fleet.playTo(fleet.start().plusSeconds(second));
        return fleet.figures();
    }
}
