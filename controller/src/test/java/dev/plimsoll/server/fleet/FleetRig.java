// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.http.Exchange;
import dev.plimsoll.http.Request;
import dev.plimsoll.http.UnixHttp;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.SocketPath;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A fleet that listens in a folder of a test, with a clock that is set by hand. */
public final class FleetRig implements AutoCloseable {
    /** Steady demand for eight replicas of which there are ten; exact readings. */
    public static final String STEADY =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: Scenario
            metadata: {name: web}
            spec:
              duration: 1h
              service: {leadTime: 40s, leadTimeSpread: 0, initialReplicas: 10}
              workload: {maxReplicas: 50}
              telemetry: {interval: 15s, delay: 15s, noise: false}
              demand: {roughness: 0%, points: [{at: 0s, rate: 520/s}]}
            """;

    public static final String SCALE = "/v1/workloads/scenario/web/scale";

    private final AtomicLong nanos = new AtomicLong();
    private final Path socket;
    private final WorkloadId workload;
    private final Ledger ledger;
    private final LiveFleet fleet;
    private final FleetServer server;

    /** A fleet whose workload has this id. */
    public FleetRig(Path folder, String scenario, Ledger ledger, WorkloadId workload) {
        Scenario played = ScenarioReader.read(new Source("web.yaml", scenario));
        this.socket = folder.resolve("fleet.sock");
        this.workload = workload;
        this.ledger = ledger;
        Fleet fleet = new Fleet(BacktestCase.of(named(played, workload), 1));
        this.fleet = new LiveFleet(fleet, ledger, 1, nanos::get);
        this.server = new FleetServer(this.fleet, new SocketPath("--listen", socket));
    }

    public FleetRig(Path folder, String scenario, Ledger ledger) {
        this(folder, scenario, ledger, new WorkloadId("scenario", "web"));
    }

    public FleetRig(Path folder) {
        this(folder, STEADY, Ledger.none());
    }

    public Path socket() {
        return socket;
    }

    LiveFleet fleet() {
        return fleet;
    }

    /** From now on its demand begins again whenever it has ended. */
    public void repeat() {
        fleet.ask(it -> {
            it.repeat();
            return it;
        });
    }

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    public void passSeconds(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    Exchange.Answered send(Request request) {
        return send(socket, request);
    }

    /** An answer that must come. */
    public static Exchange.Answered send(Path socket, Request request) {
        return switch (new UnixHttp(socket, Duration.ofSeconds(10)).send(request)) {
            case Exchange.Answered answered -> answered;
            case Exchange.Failed failed -> throw new AssertionError("no answer: " + failed);
        };
    }

    JsonNode get(String path) {
        return json(send(Request.get(path)));
    }

    /** Somebody scales without our guard. */
    public int scale(String id, long version, int to) {
        return send(Request.put(
                        "/v1/workloads/%s/scale".formatted(workload), order(id, 1, version, to)))
                .status();
    }

    static String order(String id, long epoch, long version, int to) {
        return "{\"actionId\":\"%s\",\"epoch\":%d,\"version\":%d,\"to\":%d}"
                .formatted(id, epoch, version, to);
    }

    JsonNode web() {
        return get("/v1/inventory").path("workloads").path(0);
    }

    private static Scenario named(Scenario scenario, WorkloadId id) {
        Workload owned = scenario.workload();
        return new Scenario(
                scenario.name(),
                scenario.description(),
                scenario.seconds(),
                scenario.warmUpSeconds(),
                scenario.demand(),
                scenario.service(),
                scenario.startUp(),
                scenario.initial(),
                new Workload(
                        id,
                        owned.limits(),
                        owned.slo(),
                        owned.violationCost(),
                        owned.behavior(),
                        owned.cadence(),
                        owned.request(),
                        owned.protection()),
                scenario.sessions(),
                scenario.observation(),
                scenario.pool(),
                scenario.events(),
                scenario.policies());
    }

    static JsonNode json(Exchange.Answered answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        server.close();
        ledger.close();
    }
}
