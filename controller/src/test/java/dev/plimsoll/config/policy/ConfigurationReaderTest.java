// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.plimsoll.config.Source;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.telemetry.Signal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    @Test
    void defaultsOfAPolicyAreExactlyThese() {
        WorkloadId id = new WorkloadId("default", "web");

        assertThat(PolicyText.readPolicy())
                .isEqualTo(
                        new ScalingPolicy(
                                "default",
                                "web",
                                new Target("SimulatedService", id),
                                PolicySpec.parse("predictive"),
                                new Workload(
                                                id,
                                                new ReplicaLimits(1, 10),
                                                new Slo(0.95, 0.25),
                                                100,
                                                ScalingBehavior.DEFAULT,
                                                Cadence.DEFAULT)
                                        .with(new Consent(Mode.OBSERVE, Double.POSITIVE_INFINITY)),
                                Optional.empty(),
                                List.of(
                                        metric(
                                                Signal.DEMAND,
                                                "demand",
                                                "d",
                                                Unit.REQUESTS_PER_SECOND),
                                        metric(Signal.UTILIZATION, "utilization", "u", Unit.SHARE),
                                        metric(
                                                Signal.READY_REPLICAS,
                                                "readyReplicas",
                                                "r",
                                                Unit.COUNT))));
    }

    @Test
    void defaultsOfAControllerAreExactlyThese() {
        assertThat(PolicyText.readController())
                .isEqualTo(
                        new ControllerSettings(
                                "main",
                                new PlatformSettings.Simulated(Path.of("conf/fleet.sock")),
                                new StoreSettings.H2(Path.of("conf/plimsoll-store")),
                                List.of(
                                        new PrometheusSource(
                                                "prom",
                                                URI.create("http://localhost:9090"),
                                                Optional.empty(),
                                                Duration.ofSeconds(5),
                                                Optional.empty())),
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(2),
                                new ListenAddress("127.0.0.1", 8081),
                                Path.of("conf/plimsoll.sock"),
                                List.of()));
    }

    @Test
    void everyFieldOfAPolicyMaps() {
        ScalingPolicy policy =
                PolicyText.readPolicy(
                        "/metadata: {name: front, namespace: shop}",
                        "scaleTargetRef: {kind: SimulatedService, name: web-1}",
                        "mode: Act",
                        "approval: {above: 30%}",
                        "policy: reactive:headroom=1.5",
                        "minReplicas: 2",
                        "maxReplicas: 40",
                        "slo: {latency: {quantile: 0.99, target: 1s}, violationCost: 7}",
                        "telemetry: {interval: 30s, delay: 0s}",
                        "behavior: {scaleOut: {maxPerMinute: 3}, scaleIn: {coolDown: 2m,"
                                + " afterPeriods: 9, policies: [{type: Percent, value: 10,"
                                + " periodSeconds: 90}]}}",
                        "blastRadius: 25%",
                        "holdFor: 1h",
                        "request: {cpu: 2, memory: 1Gi}",
                        "state: {kind: Ordered, quorum: 2}");

        WorkloadId id = new WorkloadId("shop", "web-1");
        assertThat(policy.namespace()).isEqualTo("shop");
        assertThat(policy.name()).isEqualTo("front");
        assertThat(policy.target()).isEqualTo(new Target("SimulatedService", id));
        assertThat(policy.mode()).isEqualTo(Mode.ACT);
        assertThat(policy.policy().knobs()).containsOnly(entry("headroom", "1.5"));
        assertThat(policy.workload())
                .isEqualTo(
                        new Workload(
                                id,
                                new ReplicaLimits(2, 40),
                                new Slo(0.99, 1),
                                7,
                                new ScalingBehavior(
                                        3, 0.1, Duration.ofSeconds(90), Duration.ofMinutes(2), 9),
                                new Cadence(
                                        Duration.ofSeconds(15),
                                        Duration.ofSeconds(30),
                                        Duration.ZERO),
                                new Resources(2, 1L << 30),
                                new Protection(new StateKind.Ordered(2), 0.25, Duration.ofHours(1)),
                                new Consent(Mode.ACT, 0.3)));
    }

    @Test
    void readsEverySignalThatHasASource() {
        ScalingPolicy policy =
                PolicyText.readPolicy(
                        "demand: [{name: orders, source: prom, query: a, unit: request/min}]",
                        "latency: {source: prom, query: b, unit: ms}",
                        "state: {kind: Sessions, drainTimeout: 10m, sessions: {source: prom, query:"
                                + " c}}",
                        "signals: {utilization: {source: prom, query: d, unit: percent},"
                                + " readyReplicas: {source: prom, query: e}, meanLatency: {source:"
                                + " prom, query: f}, goodput: {source: prom, query: g}, errorRatio:"
                                + " {source: prom, query: h}, retries: {source: prom, query: i},"
                                + " rejected: {source: prom, query: j}, cpu: {source: prom, query:"
                                + " k}, gpu: {source: prom, query: l}, networkLatency: {source:"
                                + " prom, query: m, unit: ms}}");

        assertThat(policy.metrics())
                .containsExactly(
                        metric(Signal.DEMAND, "orders", "a", Unit.REQUESTS_PER_MINUTE),
                        metric(Signal.UTILIZATION, "utilization", "d", Unit.PERCENT),
                        metric(Signal.READY_REPLICAS, "readyReplicas", "e", Unit.COUNT),
                        metric(Signal.MEAN_LATENCY, "meanLatency", "f", Unit.SECONDS),
                        metric(Signal.TAIL_LATENCY, "tailLatency", "b", Unit.MILLISECONDS),
                        metric(Signal.GOODPUT, "goodput", "g", Unit.REQUESTS_PER_SECOND),
                        metric(Signal.ERROR_RATIO, "errorRatio", "h", Unit.SHARE),
                        metric(Signal.RETRIES, "retries", "i", Unit.REQUESTS_PER_SECOND),
                        metric(Signal.REJECTED, "rejected", "j", Unit.REQUESTS_PER_SECOND),
                        metric(Signal.SESSIONS, "sessions", "c", Unit.COUNT),
                        metric(Signal.CPU, "cpu", "k", Unit.SHARE),
                        metric(Signal.GPU, "gpu", "l", Unit.SHARE),
                        metric(Signal.NETWORK_LATENCY, "networkLatency", "m", Unit.MILLISECONDS));
        assertThat(policy.workload().protection().state())
                .isEqualTo(new StateKind.Sessions(Duration.ofMinutes(10)));
    }

    private static Metric metric(Signal signal, String name, String query, Unit unit) {
        return new Metric(signal, name, "prom", query, unit, new TreeMap<>());
    }

    @Test
    void labelsSayWhichSeriesIsMeant() {
        ScalingPolicy policy =
                PolicyText.readPolicy(
                        "demand: [{source: prom, query: d, labels: {workload: web, shard: 1}}]",
                        "latency: {source: prom, query: p, labels: {}}",
                        "state: {kind: Sessions, sessions: {source: prom, query: s, labels: {w:"
                                + " x}}}");

        assertThat(policy.metrics())
                .filteredOn(metric -> !metric.labels().isEmpty())
                .extracting(metric -> metric.signal() + " " + metric.labels())
                .containsExactly("DEMAND {shard=1, workload=web}", "SESSIONS {w=x}");
    }

    @ParameterizedTest(name = "60 {0}")
    @CsvSource({
        "REQUESTS_PER_SECOND, 60",
        "REQUESTS_PER_MINUTE, 1",
        "SECONDS, 60",
        "MILLISECONDS, 0.06",
        "SHARE, 60",
        "PERCENT, 0.6",
        "COUNT, 60"
    })
    void unitsAreTurnedIntoThoseOfSignals(Unit unit, double value) {
        assertThat(unit.toSignal(60)).isEqualTo(value);
    }

    @Test
    void everyFieldOfAControllerMaps() {
        ControllerSettings controller =
                PolicyText.readController(
                        "platform: {simulated: 'unix:/run/fleet.sock'}",
                        "store: memory",
                        "sources: [{name: prom, url: 'https://prom:9090/base', bearerTokenFile:"
                                + " token, timeout: 900ms, caFile: /etc/ca.pem}, {name: other, url:"
                                + " 'http://[::1]:80'}]",
                        "cycle: 30s",
                        "tick: 500ms",
                        "management: '[::1]:9000'",
                        "socket: /run/p.sock",
                        "webHooks: [{url: 'https://hooks.example.com/a?b=c', secretFile: secret}]");

        assertThat(controller.platform())
                .isEqualTo(new PlatformSettings.Simulated(Path.of("/run/fleet.sock")));
        assertThat(controller.store()).isEqualTo(new StoreSettings.Memory());
        assertThat(controller.sources())
                .containsExactly(
                        new PrometheusSource(
                                "prom",
                                URI.create("https://prom:9090/base"),
                                Optional.of(Path.of("conf/token")),
                                Duration.ofMillis(900),
                                Optional.of(Path.of("/etc/ca.pem"))),
                        new PrometheusSource(
                                "other",
                                URI.create("http://[::1]:80"),
                                Optional.empty(),
                                Duration.ofSeconds(5),
                                Optional.empty()));
        assertThat(controller.cycle()).isEqualTo(Duration.ofSeconds(30));
        assertThat(controller.tick()).isEqualTo(Duration.ofMillis(500));
        assertThat(controller.management()).isEqualTo(new ListenAddress("::1", 9000));
        assertThat(controller.management()).hasToString("[::1]:9000");
        assertThat(controller.socket()).isEqualTo(Path.of("/run/p.sock"));
        assertThat(controller.webHooks())
                .containsExactly(
                        new WebHook(
                                URI.create("https://hooks.example.com/a?b=c"),
                                Path.of("conf/secret")));
    }

    @Test
    void thePoliciesDecideAtTheControllersCycle() {
        Configuration read =
                PolicyText.read(PolicyText.controller("cycle: 30s"), PolicyText.policy());

        assertThat(read.policies().getFirst().workload().cadence().cycle())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void keepsTheJournalWhereItIsTold() {
        assertThat(store("{h2: /var/lib/p}"))
                .isEqualTo(new StoreSettings.H2(Path.of("/var/lib/p")))
                .hasToString("h2 /var/lib/p");
        assertThat(
                        store(
                                "{postgresql:"
                                    + " 'jdbc:postgresql://db:5432/plimsoll?sslmode=require&sslkey=k.pem'}"))
                .isEqualTo(
                        new StoreSettings.Postgresql(
                                "jdbc:postgresql://db:5432/plimsoll?sslmode=require&sslkey=k.pem",
                                Optional.empty(),
                                Optional.empty()))
                .hasToString("postgresql jdbc:postgresql://db:5432/plimsoll");
        assertThat(store("{postgresql: 'jdbc:postgresql:p', user: ann, passwordFile: pw}"))
                .isEqualTo(
                        new StoreSettings.Postgresql(
                                "jdbc:postgresql:p",
                                Optional.of("ann"),
                                Optional.of(Path.of("conf/pw"))));
        assertThat(new StoreSettings.Memory()).hasToString("memory");
    }

    private static StoreSettings store(String text) {
        return PolicyText.readController("store: " + text).store();
    }

    @ParameterizedTest
    @CsvSource({
        "predictive",
        "reactive",
        "reactive:headroom=2",
        "threshold:lower=10:upper=80",
        "hybrid",
        "hybrid:forecaster=theta",
        "load-index",
        "static:replicas=3"
    })
    void takesPoliciesThatPassTheGuard(String policy) {
        assertThat(PolicyText.readPolicy("policy: " + policy).policy()).hasToString(policy);
    }

    @Test
    void aFixedNumberNeedsNoReadings() {
        ScalingPolicy policy =
                PolicyText.readPolicy("policy: static:replicas=3", "demand:", "signals:");

        assertThat(policy.metrics()).isEmpty();
    }

    @Test
    void namesMayRepeatInAnotherNamespace() {
        String other = PolicyText.policy("/metadata: {name: web, namespace: shop}");

        Configuration read =
                PolicyText.read(PolicyText.controller(), PolicyText.policy() + "---\n" + other);

        assertThat(read.policies())
                .extracting(policy -> policy.target().toString())
                .containsExactly("SimulatedService default/web", "SimulatedService shop/web");
    }

    @Test
    void emptyDocumentsAreNone() {
        String text = "---\n---\n" + PolicyText.policy() + "---\n# nothing more\n---\n";

        assertThat(PolicyText.read(PolicyText.controller(), text))
                .isEqualTo(PolicyText.read(PolicyText.controller(), PolicyText.policy()));
    }

    @Test
    void aControllerAloneHasNoPolicyYet() {
        Source alone = new Source("controller.yaml", PolicyText.controller());

        Configuration read = ConfigurationReader.read(List.of(alone));

        assertThat(read.policies()).isEmpty();
        assertThat(read.controller().orElseThrow().socket()).isEqualTo(Path.of("plimsoll.sock"));
    }

    @Test
    void policiesThatReadNothingNeedNoController() {
        Source alone =
                new Source(
                        "web.yaml",
                        PolicyText.policy("policy: static:replicas=3", "demand:", "signals:"));

        Configuration read = ConfigurationReader.read(List.of(alone));

        assertThat(read.controller()).isEmpty();
        assertThat(read.policies().getFirst().workload().cadence()).isEqualTo(Cadence.DEFAULT);
    }
}
