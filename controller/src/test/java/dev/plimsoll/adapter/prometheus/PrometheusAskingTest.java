// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static dev.plimsoll.adapter.prometheus.TelemetryRig.API;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.CADENCE;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.END;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.INTERVAL;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.READABLE;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.WEB;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.demand;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.metric;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.row;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.selecting;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.value;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.watched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What servers are asked, when, and how much of it at once. */
@Timeout(60)
class PrometheusAskingTest {
    private final TelemetryRig rig = new TelemetryRig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void eachIntervalIsAskedForOnceAndAsSoonAsItCanBeRead() {
        rig.answer("d", value(30));
        var telemetry = rig.telemetry(watched(WEB, metric(Signal.DEMAND, "d")));
        for (int second = 0; second < 30; second++) {
            telemetry.refresh(READABLE.plusMillis(700 + 1000L * second));
        }
        assertThat(rig.timesOf("d")).containsExactly("1767571215.000", "1767571230.000");
    }

    @Test
    void aQueryIsAskedOnceForAllThatReadFromItsAnswer() {
        rig.answer("d", FakePrometheus.vector(row("web", "30"), row("api", "0")));
        var telemetry =
                rig.refreshed(
                        watched(WEB, selecting("d", "workload", "web")),
                        watched(API, selecting("d", "workload", "api")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(demand(telemetry, API)).isEqualTo(new Reading.Fresh(0, END));
        assertThat(rig.timesOf("d")).hasSize(1);
    }

    @Test
    void workloadsOfDifferentRhythmsShareWhatTheyAskAtTheSameTime() {
        rig.answer("d", value(30));
        Cadence slow = new Cadence(INTERVAL, INTERVAL.multipliedBy(2), CADENCE.metricsDelay());
        var telemetry =
                rig.telemetry(
                        watched(WEB, metric(Signal.DEMAND, "d")),
                        new WatchedWorkload(API, slow, List.of(metric(Signal.DEMAND, "d"))));
        telemetry.refresh(READABLE.plus(INTERVAL));
        telemetry.refresh(READABLE.plus(INTERVAL.multipliedBy(2)));
        assertThat(rig.timesOf("d")).containsExactly("1767571230.000", "1767571245.000");
        assertThat(demand(telemetry, API)).isEqualTo(new Reading.Fresh(30, END.plus(INTERVAL)));
    }

    /** Hunts a slow server that keeps the readings of others from coming in. */
    @Test
    void aSlowServerHoldsUpNobodyElse() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        rig.answer("d", value(30));
        var telemetry = withSlowServer(release, Duration.ofSeconds(50));
        Thread refresh = Thread.ofVirtual().start(() -> telemetry.refresh(READABLE));
        while (!demand(telemetry, WEB).equals(new Reading.Fresh(30, END))) {
            Thread.onSpinWait();
        }
        assertThat(demand(telemetry, API)).isEqualTo(Reading.NEVER_SEEN);
        release.countDown();
        refresh.join();
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsNamed() {
        CountDownLatch release = new CountDownLatch(1);
        rig.answer("d", value(30));
        var telemetry = withSlowServer(release, Duration.ofMillis(200));
        telemetry.refresh(READABLE);
        release.countDown();
        assertThat(demand(telemetry, API)).isEqualTo(new Reading.Absent(Cause.UNREACHABLE));
        assertThat(telemetry.problems())
                .containsExactly("source slow: the server did not answer within 200ms");
    }

    /**
     * Demand of {@code WEB} from the rig's own server, whose time-out is long, and of {@code API}
     * from one that answers nothing before it is released.
     */
    private PrometheusTelemetry withSlowServer(CountDownLatch release, Duration timeout) {
        FakePrometheus slow =
                rig.keep(
                        FakePrometheus.http((asked, exchange) -> {
                            FakePrometheus.await(release);
                            value(7).answer(asked, exchange);
                        }));
        var metric = new WatchedMetric(Signal.DEMAND, "slow", "d", 1, Labels.NONE);
        return rig.keep(
                new PrometheusTelemetry(
                        List.of(
                                new PrometheusServer(
                                        "slow",
                                        slow.url(""),
                                        Optional.empty(),
                                        Optional.empty(),
                                        AnswerLimit.of(timeout)),
                                rig.fake().at("", AnswerLimit.of(Duration.ofSeconds(50)))),
                        List.of(watched(WEB, metric(Signal.DEMAND, "d")), watched(API, metric)),
                        rig.clock()));
    }

    @Test
    void whatIsBeingAskedIsNotAskedASecondTime() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        rig.answer(
                "d",
                (question, exchange) -> {
                    asked.countDown();
                    FakePrometheus.await(release);
                    value(30).answer(question, exchange);
                });
        var telemetry = rig.telemetry(watched(WEB, metric(Signal.DEMAND, "d")));
        Thread first = Thread.ofVirtual().start(() -> telemetry.refresh(READABLE));
        FakePrometheus.await(asked);
        telemetry.refresh(READABLE);
        assertThat(demand(telemetry, WEB)).isEqualTo(Reading.NEVER_SEEN);
        release.countDown();
        first.join();
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(rig.timesOf("d")).hasSize(1);
    }

    @Test
    void severalQueriesAreAskedAtOnceButNotAll() {
        AtomicInteger asking = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch eight = new CountDownLatch(8);
        List<WatchedMetric> metrics = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            metrics.add(metric(signal, signal.name()));
            rig.answer(
                    signal.name(),
                    (asked, exchange) -> {
                        most.accumulateAndGet(asking.incrementAndGet(), Math::max);
                        eight.countDown();
                        FakePrometheus.await(eight);
                        asking.decrementAndGet();
                        value(1).answer(asked, exchange);
                    });
        }
        var telemetry = rig.refreshed(new WatchedWorkload(WEB, CADENCE, metrics));
        assertThat(telemetry.problems()).isEmpty();
        assertThat(most).hasValue(8);
    }

    @Test
    void thousandsOfWorkloadsShareAFewQueries() {
        int workloads = 5_000;
        String[] rows =
                IntStream.range(0, workloads)
                        .filter(i -> i != 77)
                        .mapToObj(i -> row("w" + i, String.valueOf(i)))
                        .toArray(String[]::new);
        rig.answer("q", FakePrometheus.vector(rows));
        rig.answer("r", FakePrometheus.vector(rows));
        var telemetry =
                rig.refreshed(
                        IntStream.range(0, workloads)
                                .mapToObj(PrometheusAskingTest::numbered)
                                .toArray(WatchedWorkload[]::new));
        assertThat(rig.fake().asked()).hasSize(3);
        assertThat(demand(telemetry, new WorkloadId("shop", "w4999")))
                .isEqualTo(new Reading.Fresh(4999, END));
        assertThat(telemetry.problems())
                .containsExactly(
                        "source prom: query 'q' for demand of shop/w77 found no series with"
                                + " {workload=\"w77\"}",
                        "source prom: query 'r' for utilization of shop/w77 found no series with"
                                + " {workload=\"w77\"} (and so it is with 2 more)");
    }

    /** Demand from one query, three more signals from another. */
    private static WatchedWorkload numbered(int number) {
        Labels own = Labels.of(Map.of("workload", "w" + number));
        return watched(
                new WorkloadId("shop", "w" + number),
                new WatchedMetric(Signal.DEMAND, "prom", "q", 1, own),
                new WatchedMetric(Signal.UTILIZATION, "prom", "r", 1, own),
                new WatchedMetric(Signal.READY_REPLICAS, "prom", "r", 1, own),
                new WatchedMetric(Signal.MEAN_LATENCY, "prom", "r", 1, own));
    }
}
