// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.config.Source;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.fleet.FleetRig;
import dev.plimsoll.server.fleet.Ledger;
import dev.plimsoll.server.fleet.LiveFleet;
import dev.plimsoll.server.fleet.MetricsServer;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.fleet.LatencyCounts;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read from a real server that scrapes an embedded fleet, of which the truth is known. The
 * controller's clock is a hundred days behind the server's.
 */
@Timeout(300)
abstract class RealServerContract {
    private static final int SPEED = 60;

    /** Requests per second, of {@link FleetRig#STEADY}. */
    private static final double RATE = 520;

    private static final String DAY = FleetRig.STEADY.replace("duration: 1h", "duration: 1d");
    private static final WorkloadId WEB = new WorkloadId("scenario", "web");
    private static final Labels ITS = Labels.of(Map.of("namespace", "scenario", "workload", "web"));
    private static final String PREFIX = "plimsoll_fleet_";
    private static final Clock OURS = Clock.offset(Clock.systemUTC(), Duration.ofDays(-100));
    private static final Cadence CADENCE =
            new Cadence(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3));

    @TempDir private Path folder;
    private final LiveFleet fleet =
            new LiveFleet(
                    new Fleet(BacktestCase.of(ScenarioReader.read(new Source("web.yaml", DAY)), 1)),
                    Ledger.none(),
                    SPEED,
                    System::nanoTime);
    private final MetricsServer metrics =
            new MetricsServer(fleet, Optional.of(MetricsServer.address("127.0.0.1:0")));
    private Optional<ScrapingServer> server = Optional.empty();

    abstract ScrapingServer start(Path folder, String target) throws IOException;

    @BeforeEach
    void start() throws IOException {
        URI shown = URI.create(metrics.address().orElseThrow());
        server = Optional.of(start(folder, shown.getAuthority()));
    }

    @AfterEach
    void end() {
        server.ifPresent(ScrapingServer::close);
        metrics.close();
    }

    @Test
    void readsWhatTheFleetDoes() {
        try (PrometheusTelemetry telemetry =
                telemetry(
                        metric(
                                Signal.DEMAND,
                                "sum by (namespace, workload) (rate(%srequests_total[10s]))",
                                1.0 / SPEED),
                        metric(
                                Signal.TAIL_LATENCY,
                                "histogram_quantile(0.95, sum by (namespace, workload, le)"
                                        + " (rate(%srequest_duration_seconds_bucket[10s])))",
                                1),
                        metric(Signal.READY_REPLICAS, "%sreplicas_ready", 1))) {
            Readings read = whenSettled(telemetry);
            assertThat(value(read, Signal.READY_REPLICAS)).isEqualTo(10);
            assertThat(value(read, Signal.TAIL_LATENCY)).isBetween(tail(0), tail(1));
            assertThat(telemetry.problems()).isEmpty();
            assertThat(telemetry.clockDifferences())
                    .containsExactly("source prom: its clock is 100 days ahead of ours");
            goAway();
            ScrapingServer.until("it is stale", () -> isStale(refreshed(telemetry)));
            assertThat(telemetry.problems())
                    .hasSize(1)
                    .first(InstanceOfAssertFactories.STRING)
                    .startsWith("source prom: the server at http://127.0.0.1:")
                    .endsWith(" cannot be reached: nobody listens there, or no way leads there");
        }
    }

    @Test
    void saysWhatIsWrong() {
        try (PrometheusTelemetry telemetry =
                telemetry(
                        metric(Signal.READY_REPLICAS, "%sreplicas_ready", 1),
                        metric(Signal.SESSIONS, "%ssessions", 1),
                        metric(Signal.UTILIZATION, "{__name__=~\"%sreplicas_.*\"}", 1),
                        metric(Signal.DEMAND, "sum(rate(%srequests_total[10s])", 1))) {
            ScrapingServer.until(
                    "there are replicas",
                    () -> refreshed(telemetry).isFresh(Signal.READY_REPLICAS));
            assertAbsent(telemetry, Signal.SESSIONS, Cause.NO_SERIES);
            assertAbsent(telemetry, Signal.UTILIZATION, Cause.AMBIGUOUS);
            assertAbsent(telemetry, Signal.DEMAND, Cause.REFUSED);
            assertThat(telemetry.problems().toString())
                    .contains(
                            "plimsoll_fleet_replicas_desired{instance=",
                            "plimsoll_fleet_replicas_ready{instance=",
                            "has no answer: the server refused: ");
            metrics.close();
            ScrapingServer.until(
                    "the series ends",
                    () ->
                            refreshed(telemetry)
                                    .of(Signal.READY_REPLICAS)
                                    .equals(new Reading.Absent(Cause.NO_SERIES)));
        }
    }

    /** Hunts a server that answers for an earlier instant, for its cache's sake. */
    @Test
    void aRecentInstantIsAnsweredForItself() {
        Instant recent = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3);
        try (PrometheusClient client = new PrometheusClient(its())) {
            var answer = client.query("time()", recent);
            var value = OptionalDouble.of((double) recent.getEpochSecond());
            var row = new Row(Labels.NONE, recent, value);
            assertThat(answer).isEqualTo(new Answer.Told<>(List.of(row), List.of()));
        }
    }

    @Test
    void aLongRangeHasEachPointOnce() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);
        Instant start = end.minusSeconds(25_000);
        try (PrometheusClient client = new PrometheusClient(its())) {
            var answer = client.queryRange("time()", start, end, Duration.ofSeconds(1));
            assertThat(answer).isInstanceOf(Answer.Told.class);
            var told = (Answer.Told<Series>) answer;
            assertThat(told.isPartial()).isFalse();
            assertThat(told.rows()).hasSize(1);
            List<Sample> samples = told.rows().getFirst().samples();
            assertThat(samples).hasSize(25_001);
            for (int i = 0; i < samples.size(); i++) {
                assertThat(samples.get(i).at()).isEqualTo(start.plusSeconds(i));
                assertThat(samples.get(i).value()).isEqualTo((double) start.getEpochSecond() + i);
            }
        }
    }

    /** All that is asked, once the fleet's rate fills the ten seconds that it is taken over. */
    private static Readings whenSettled(PrometheusTelemetry telemetry) {
        AtomicReference<Readings> read = new AtomicReference<>(Readings.NONE);
        ScrapingServer.until(
                "all is fresh, and demand is what it is",
                () -> {
                    read.set(refreshed(telemetry));
                    return read.get().isFresh(Signal.TAIL_LATENCY)
                            && read.get().isFresh(Signal.READY_REPLICAS)
                            && Math.abs(read.get().fresh(Signal.DEMAND).orElse(0) - RATE)
                                    < 0.1 * RATE;
                });
        return read.get();
    }

    private static Readings refreshed(PrometheusTelemetry telemetry) {
        telemetry.refresh(OURS.instant());
        return telemetry.read(WEB, OURS.instant());
    }

    private static boolean isStale(Readings read) {
        return read.of(Signal.DEMAND) instanceof Reading.Stale;
    }

    private static double value(Readings read, Signal signal) {
        return read.fresh(signal).orElseThrow();
    }

    /** The bounds of the bucket that most likely has the fleet's own 95th percentile. */
    private double tail(int side) {
        LatencyCounts counts =
                fleet.ask(asked -> asked.figures().getFirst().load().orElseThrow().latency())
                        .orElseThrow();
        int bucket = 0;
        while (counts.within().get(bucket) < 0.95 * counts.answered()) {
            bucket++;
        }
        return LatencyCounts.BOUNDS.get(bucket - 1 + side);
    }

    private static void assertAbsent(PrometheusTelemetry telemetry, Signal signal, Cause cause) {
        assertThat(refreshed(telemetry).of(signal)).isEqualTo(new Reading.Absent(cause));
    }

    private static WatchedMetric metric(Signal signal, String query, double factor) {
        return new WatchedMetric(signal, "prom", query.formatted(PREFIX), factor, ITS);
    }

    private PrometheusTelemetry telemetry(WatchedMetric... metrics) {
        return new PrometheusTelemetry(
                List.of(its()), List.of(new WatchedWorkload(WEB, CADENCE, List.of(metrics))), OURS);
    }

    private PrometheusServer its() {
        return server.orElseThrow().address();
    }

    private void goAway() {
        server.ifPresent(ScrapingServer::close);
    }
}
