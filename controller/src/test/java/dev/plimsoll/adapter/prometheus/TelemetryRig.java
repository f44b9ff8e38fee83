// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import com.sun.net.httpserver.HttpExchange;
import dev.plimsoll.adapter.prometheus.FakePrometheus.Answering;
import dev.plimsoll.adapter.prometheus.FakePrometheus.Asked;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TelemetrySource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The telemetry of a server that answers as it is told; both clocks are set by hand. */
final class TelemetryRig {
    static final WorkloadId WEB = Workloads.WEB;
    static final WorkloadId API = new WorkloadId("shop", "api");
    static final Cadence CADENCE = Cadence.DEFAULT;
    static final Duration INTERVAL = CADENCE.metricsInterval();

    /** The end of the interval that is measured, and when it can be read. */
    static final Instant END = Instant.parse("2026-01-05T00:00:15Z");

    static final Instant READABLE = END.plus(CADENCE.metricsDelay());

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final FakePrometheus fake = keep(FakePrometheus.http(this::answer));
    private volatile Instant theirs = READABLE;
    private volatile Instant ours = READABLE;

    static Answering value(double value) {
        String text =
                Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : String.valueOf(value);
        return FakePrometheus.vector(FakePrometheus.row("", 0, text));
    }

    static String row(String workload, String value) {
        return FakePrometheus.row("\"workload\":\"%s\"".formatted(workload), 0, value);
    }

    static WatchedWorkload watched(WorkloadId workload, WatchedMetric... metrics) {
        return new WatchedWorkload(workload, CADENCE, List.of(metrics));
    }

    static WatchedMetric metric(Signal signal, String query) {
        return new WatchedMetric(signal, "prom", query, 1, Labels.NONE);
    }

    static WatchedMetric selecting(String query, String label, String value) {
        return new WatchedMetric(Signal.DEMAND, "prom", query, 1, Labels.of(Map.of(label, value)));
    }

    static Reading demand(TelemetrySource telemetry, WorkloadId workload) {
        return telemetry.read(workload, READABLE).of(Signal.DEMAND);
    }

    /** From now on this is answered to a query. */
    void answer(String query, Answering answering) {
        answers.put(query, answering);
    }

    FakePrometheus fake() {
        return fake;
    }

    InstantSource clock() {
        return () -> ours;
    }

    void setClock(Instant now) {
        ours = now;
    }

    void setServerClock(Instant now) {
        theirs = now;
    }

    PrometheusTelemetry telemetry(WatchedWorkload... workloads) {
        return keep(new PrometheusTelemetry(List.of(fake.plain()), List.of(workloads), clock()));
    }

    /** One whose clock is simulated: that of the machine shows {@code wall}. */
    PrometheusTelemetry simulated(Instant wall, WatchedWorkload... workloads) {
        return keep(
                new PrometheusTelemetry(
                        List.of(fake.plain()), List.of(workloads), clock(), () -> wall));
    }

    /** One that has asked once. */
    PrometheusTelemetry refreshed(WatchedWorkload... workloads) {
        PrometheusTelemetry telemetry = telemetry(workloads);
        telemetry.refresh(READABLE);
        return telemetry;
    }

    /** For which instants a query was asked. */
    List<String> timesOf(String query) {
        return fake.asked().stream()
                .filter(asked -> asked.query().equals(query))
                .map(asked -> asked.form().getOrDefault("time", ""))
                .toList();
    }

    /** Closes it at the end, too. */
    <T extends AutoCloseable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private void answer(Asked asked, HttpExchange exchange) throws IOException {
        Answering clock =
                FakePrometheus.vector(
                        FakePrometheus.row("", 0, String.valueOf(theirs.getEpochSecond())));
        answers.getOrDefault(asked.query(), asked.query().equals("time()") ? clock : unknown())
                .answer(asked, exchange);
    }

    private static Answering unknown() {
        return FakePrometheus.saying(404, "this was not to be asked");
    }

    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }
}
