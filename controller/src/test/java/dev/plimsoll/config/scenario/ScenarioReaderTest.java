// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.config.Source;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.cluster.TelemetryFaults;
import dev.plimsoll.sim.scenario.Demand;
import dev.plimsoll.sim.scenario.Event;
import dev.plimsoll.sim.scenario.Observation;
import dev.plimsoll.sim.scenario.Scenario;
import dev.plimsoll.telemetry.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final Set<Signal> USUAL =
            EnumSet.of(
                    Signal.DEMAND,
                    Signal.UTILIZATION,
                    Signal.READY_REPLICAS,
                    Signal.MEAN_LATENCY,
                    Signal.TAIL_LATENCY,
                    Signal.GOODPUT,
                    Signal.ERROR_RATIO,
                    Signal.RETRIES,
                    Signal.REJECTED,
                    Signal.CPU);

    @Test
    void hasADefaultForAllThatCanHaveOne() {
        assertThat(ScenarioText.read())
                .isEqualTo(
                        new Scenario(
                                "web",
                                "",
                                3600,
                                0,
                                new Demand(List.of(new Demand.Point(0, 400)), 0),
                                new ServiceModel(
                                        new MmcStation(4, 0.05), new Slo(0.95, 0.25), 5, 30),
                                new Scenario.StartUp(40, 0.25),
                                7, // 400/s, 65.2/s each
                                new Workload(
                                        new WorkloadId("scenario", "web"),
                                        new ReplicaLimits(1, 10),
                                        new Slo(0.95, 0.25),
                                        100,
                                        ScalingBehavior.DEFAULT,
                                        Cadence.DEFAULT,
                                        Workload.USUAL_REQUEST,
                                        Protection.DEFAULT),
                                Scenario.Sessions.USUAL,
                                new Observation(USUAL, Optional.empty(), true, 0),
                                Pool.UNLIMITED,
                                List.of(),
                                List.of(
                                        "static",
                                        "threshold",
                                        "hpa",
                                        "keda",
                                        "kpa",
                                        "reactive",
                                        "predictive")));
    }

    @Test
    void everyFieldReachesTheScenario() {
        String text =
                """
                apiVersion: plimsoll.dev/v1alpha1
                kind: Scenario
                metadata:
                  name: all-1
                spec:
                  description: "All of it. Twice: 'yes'."
                  duration: 90m
                  warmUp: 10m
                  step: 10s
                  service:
                    concurrency: 8
                    serviceTime: 40ms
                    leadTime: 1.5m
                    leadTimeSpread: 0
                    drain: 1m
                    initialReplicas: 5
                  workload:
                    minReplicas: 3
                    maxReplicas: 12
                    slo:
                      latency: {quantile: 0.99, target: 1s}
                      violationCost: 10
                    state:
                      kind: Sessions
                      drainTimeout: 90s
                      sessions: {requestsPerSecond: 2/s, shortest: 10s, longest: 1m}
                    behavior:
                      scaleOut: {maxPerMinute: 3}
                      scaleIn:
                        coolDown: 2m
                        afterPeriods: 8
                        policies: [{type: Percent, value: 10, periodSeconds: 120}]
                    blastRadius: 25%
                    holdFor: 1h
                    request: {cpu: 500m, memory: 1Gi}
                  pool: {cpu: 64, memory: 256Gi, quota: 20}
                  telemetry:
                    interval: 30s
                    delay: 0s
                    pushed: 10s
                    noise: false
                    loss: 1%
                    signals: [demand, networkLatency]
                  demand:
                    roughness: 5%
                    points:
                      - at: 0s
                        rate: 400/s
                      - {at: 30m, rate: 1e3}
                  policies:
                    - reactive:headroom=1.5
                    - static
                """;

        Scenario scenario = ScenarioReader.read(new Source("all.yaml", text));

        Slo slo = new Slo(0.99, 1);
        assertThat(scenario)
                .isEqualTo(
                        new Scenario(
                                "all-1",
                                "All of it. Twice: 'yes'.",
                                5400,
                                600,
                                new Demand(
                                        List.of(
                                                new Demand.Point(0, 400),
                                                new Demand.Point(1800, 1000)),
                                        0.05),
                                new ServiceModel(new MmcStation(8, 0.04), slo, 10, 60),
                                new Scenario.StartUp(90, 0),
                                5,
                                new Workload(
                                        new WorkloadId("scenario", "all-1"),
                                        new ReplicaLimits(3, 12),
                                        slo,
                                        10,
                                        new ScalingBehavior(
                                                3,
                                                0.1,
                                                Duration.ofMinutes(2),
                                                Duration.ofMinutes(2),
                                                8),
                                        new Cadence(
                                                Duration.ofSeconds(20),
                                                Duration.ofSeconds(30),
                                                Duration.ZERO),
                                        new Resources(0.5, 1L << 30),
                                        new Protection(
                                                new StateKind.Sessions(Duration.ofSeconds(90)),
                                                0.25,
                                                Duration.ofHours(1))),
                                new Scenario.Sessions(2, 10, 60),
                                new Observation(
                                        EnumSet.of(
                                                Signal.DEMAND,
                                                Signal.NETWORK_LATENCY,
                                                Signal.PUSHED_DEMAND),
                                        Optional.of(Duration.ofSeconds(10)),
                                        false,
                                        0.01),
                                new Pool(new Resources(64, 256L << 30), 20),
                                List.of(),
                                List.of("reactive:headroom=1.5", "static")));
    }

    @Test
    void readsEveryKindOfEvent() {
        String text =
                ScenarioText.with("events:")
                        + """
                            - {kind: MetricsOutage, at: 1m, until: 2m, how: absent}
                            - {kind: MetricsOutage, at: 2m, until: 3m, how: late}
                            - {kind: RetryStorm, at: 3m, until: 4m, factor: 3}
                            - {kind: Attack, at: 4m, until: 5m, rate: 900/s}
                            - {kind: Bottleneck, at: 5m, until: 6m, rate: 300}
                            - {kind: SlowStarts, at: 6m, until: 7m, factor: 1.5}
                            - {kind: RollingUpdate, at: 7m, batch: 3}
                            - {kind: RollingUpdate, at: 8m}
                            - {kind: Crash, at: 9m, replicas: 2}
                            - {kind: ScaleByHand, at: 10m, replicas: 4}
                            - {kind: Harm, at: 11m, until: 12m, latencyFactor: 2, errorRatio: 5%}
                            - {kind: Harm, at: 12m, until: 1h, latencyFactor: 2}
                        """;

        assertThat(ScenarioReader.read(new Source("web.yaml", text)).events())
                .containsExactly(
                        new Event.MetricsOutage(60, 120, TelemetryFaults.Kind.ABSENT),
                        new Event.MetricsOutage(120, 180, TelemetryFaults.Kind.LATE),
                        new Event.RetryStorm(180, 240, 3),
                        new Event.Attack(240, 300, 900),
                        new Event.Bottleneck(300, 360, 300),
                        new Event.SlowStarts(360, 420, 1.5),
                        new Event.RollingUpdate(420, 3),
                        new Event.RollingUpdate(480, 1),
                        new Event.Crash(540, 2),
                        new Event.ScaleByHand(600, 4),
                        new Event.Harm(660, 720, 2, 0.05),
                        new Event.Harm(720, 3600, 2, 0));
    }

    @Test
    void seesSessionsWhereThereAreSome() {
        Scenario scenario =
                ScenarioText.read("workload: {maxReplicas: 9, state: {kind: Sessions}}");

        assertThat(scenario.workload().protection().state())
                .isEqualTo(new StateKind.Sessions(Duration.ofMinutes(5)));
        assertThat(scenario.observation().signals()).contains(Signal.SESSIONS);
    }

    @Test
    void comparesOnlyPoliciesThatSeeWhatTheyDecideOn() {
        assertThat(ScenarioText.read("telemetry: {signals: [demand]}").policies())
                .containsExactly("static", "keda", "reactive", "predictive");
        assertThat(ScenarioText.read("telemetry: {signals: [utilization]}").policies())
                .containsExactly("static", "threshold", "hpa");
    }

    /** Where nothing is said of it, it is what the first moment needs, as far as it may be had. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the need   | {maxReplicas: 10}                                    | {}                   | 7
                    the least  | {minReplicas: 9, maxReplicas: 10}                    | {}                   | 9
                    the most   | {maxReplicas: 5}                                     | {}                   | 5
                    the quota  | {maxReplicas: 10}                                    | {quota: 4}           | 4
                    the nodes  | {maxReplicas: 10}                                    | {cpu: 1}             | 2
                    the memory | {maxReplicas: 10, request: {cpu: 1m, memory: 100Mi}} | {memory: 350Mi}      | 3
                    the quorum | {maxReplicas: 10, state: {kind: Ordered, quorum: 8}} | {}                   | 8
                    """)
    void startsWithWhatTheFirstMomentNeeds(String name, String workload, String pool, int initial) {
        Scenario scenario = ScenarioText.read("workload: " + workload, "pool: " + pool);

        assertThat(scenario.initial()).isEqualTo(initial);
    }

    @Test
    void takesAnEmptyFieldForOneThatIsLeftOut() {
        assertThat(ScenarioText.read("service:", "events: null", "pool: ~", "step: "))
                .isEqualTo(ScenarioText.read());
    }

    @Test
    void twoPointsAtATimeAreAJump() {
        Scenario scenario =
                ScenarioText.read(
                        "demand: {points: [{at: 1m, rate: 1}, {at: 1m, rate: 9}, {at: 1h, rate:"
                                + " 9}]}");

        assertThat(scenario.demand().perStep(13, 5, 1)).startsWith(1, 1).endsWith(1, 9);
    }

    @Test
    void readsTheSmallestScenarioOfTheDocumentation() throws IOException {
        String documentation = Files.readString(Path.of("../docs/scenarios.md"));
        int start = documentation.indexOf("```yaml\n") + "```yaml\n".length();
        String text = documentation.substring(start, documentation.indexOf("```", start));

        assertThat(ScenarioReader.read(new Source("mine.yaml", text)).name()).isEqualTo("mine");
    }
}
