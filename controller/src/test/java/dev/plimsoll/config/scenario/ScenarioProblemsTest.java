// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a scenario is told with its line, field, value and mend. */
class ScenarioProblemsTest {
    /** The first seven lines of the file are sound; the field is the eighth, or one of those. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    duration: 0s                                            | 5: spec.duration '0s': give whole seconds from 1m to 7d, e.g. 5m or 2h
                    duration: 8d                                            | 5: spec.duration '8d': give whole seconds from 1m to 7d, e.g. 5m or 2h
                    duration: 60.5s                                         | 5: spec.duration '60.5s': give whole seconds from 1m to 7d, e.g. 5m or 2h
                    duration: 3600                                          | 5: spec.duration '3600': give whole seconds from 1m to 7d, e.g. 5m or 2h
                    duration:                                               | 5: spec.duration '': is required; give whole seconds from 1m to 7d, e.g. 5m or 2h
                    duration: [1h]                                          | 5: spec.duration '[...]': give whole seconds from 1m to 7d, e.g. 5m or 2h
                    duration: 3601s                                         | 5: spec.duration '3601s': give a multiple of spec.step, which is 5s
                    warmUp: 1h                                              | 8: spec.warmUp '1h': give less than spec.duration, which is 1h
                    warmUp: 61s                                             | 8: spec.warmUp '61s': give a multiple of spec.step, which is 5s
                    step: 0s                                                | 8: spec.step '0s': give whole seconds from 1s to 1m, e.g. 40s
                    descripton: x                                           | 8: spec.descripton 'x': there is no such field; did you mean description?
                    colour: red                                             | 8: spec.colour 'red': there is no such field; choose from description, duration, warmUp, step, service, workload, pool, telemetry, demand, events, policies
                    description: [a]                                        | 8: spec.description '[...]': give text
                    service: 4                                              | 8: spec.service '4': give a map, with a field and its value on each line
                    service: [a]                                            | 8: spec.service '[...]': give a map, with a field and its value on each line
                    service: {concurrency: 0}                               | 8: spec.service.concurrency '0': give a whole number from 1 to 4096
                    service: {concurrency: 4.5}                             | 8: spec.service.concurrency '4.5': give a whole number from 1 to 4096
                    service: {concurrency: four}                            | 8: spec.service.concurrency 'four': give a whole number from 1 to 4096
                    service: {serviceTime: 0s}                              | 8: spec.service.serviceTime '0s': give a duration from 1ms to 1h, e.g. 250ms, 40s or 5m
                    service: {serviceTime: 1s}                              | 6: spec.workload.slo.latency.target '': even an idle replica misses it; raise it or lower spec.service.serviceTime
                    service: {leadTime: -5s}                                | 8: spec.service.leadTime '-5s': give a duration from 0s to 1h, e.g. 250ms, 40s or 5m
                    service: {leadTimeSpread: 4}                            | 8: spec.service.leadTimeSpread '4': give a number from 0 to 3
                    service: {leadTimeSpread: NaN}                          | 8: spec.service.leadTimeSpread 'NaN': give a number from 0 to 3
                    service: {drain: 1500ms}                                | 8: spec.service.drain '1500ms': give whole seconds from 0s to 1h, e.g. 40s or 5m
                    service: {initialReplicas: 11}                          | 8: spec.service.initialReplicas '11': give at most spec.workload.maxReplicas, which is 10
                    service: {leadtime: 40s}                                | 8: spec.service.leadtime '40s': there is no such field; did you mean leadTime?
                    workload: {maxReplicas: 0}                              | 6: spec.workload.maxReplicas '0': give a whole number from 1 to 100000
                    workload: {minReplicas: 2}                              | 6: spec.workload.maxReplicas '': is required; give a whole number from 1 to 100000
                    workload: {minReplicas: 9, maxReplicas: 4}              | 6: spec.workload.minReplicas '9': give at most spec.workload.maxReplicas, which is 4
                    workload: {maxReplicas: 9, policy: hpa}                 | 6: spec.workload.policy 'hpa': there is no such field; choose from minReplicas, maxReplicas, slo, state, behavior, blastRadius, holdFor, request
                    workload: {maxReplicas: 9, slo: {latency: {quantile: 95}}} | 6: spec.workload.slo.latency.quantile '95': give a number from 0.5 to 0.9999
                    workload: {maxReplicas: 9, slo: {latency: {target: 100ms}}} | 6: spec.workload.slo.latency.target '100ms': even an idle replica misses it; raise it or lower spec.service.serviceTime
                    workload: {maxReplicas: 9, slo: {target: 250ms}}        | 6: spec.workload.slo.target '250ms': there is no such field; choose from latency, violationCost
                    workload: {maxReplicas: 9, slo: {violationCost: 0}}     | 6: spec.workload.slo.violationCost '0': give a number from 0.001 to 1000000000
                    workload: {maxReplicas: 9, state: {kind: sessions}}     | 6: spec.workload.state.kind 'sessions': did you mean Sessions?
                    workload: {maxReplicas: 9, state: {kind: Lost}}         | 6: spec.workload.state.kind 'Lost': choose from Stateless, Sessions, Ordered
                    workload: {maxReplicas: 9, state: {quorum: 3}}          | 6: spec.workload.state.quorum '3': there is no such field; choose from kind
                    workload: {maxReplicas: 9, state: {kind: Ordered, drainTimeout: 5m}} | 6: spec.workload.state.drainTimeout '5m': there is no such field; choose from kind, quorum
                    workload: {maxReplicas: 9, state: {kind: Ordered, quorum: 10}} | 6: spec.workload.state.quorum '10': give at most spec.workload.maxReplicas, which is 9
                    workload: {maxReplicas: 9, state: {kind: Sessions, quorum: 3}} | 6: spec.workload.state.quorum '3': there is no such field; choose from kind, drainTimeout, sessions
                    workload: {maxReplicas: 9, state: {kind: Sessions, sessions: {shortest: 5m}}} | 6: spec.workload.state.sessions.shortest '5m': give at most the longest, which is 4m
                    workload: {maxReplicas: 9, behavior: {scaleOut: {maxPerMinute: 0}}} | 6: spec.workload.behavior.scaleOut.maxPerMinute '0': give a whole number from 1 to 512
                    workload: {maxReplicas: 9, behavior: {scaleSideways: {}}} | 6: spec.workload.behavior.scaleSideways '{...}': there is no such field; choose from scaleOut, scaleIn
                    workload: {maxReplicas: 9, behavior: {scaleIn: {coolDown: 2h}}} | 6: spec.workload.behavior.scaleIn.coolDown '2h': give whole seconds from 0s to 1h, e.g. 40s or 5m
                    workload: {maxReplicas: 9, behavior: {scaleIn: {afterPeriods: 300}}} | 6: spec.workload.behavior.scaleIn.afterPeriods '300': give a whole number from 1 to 256
                    workload: {maxReplicas: 9, behavior: {scaleIn: {policies: {}}}} | 6: spec.workload.behavior.scaleIn.policies '{...}': give a list, with an item behind a '-' on each line
                    workload: {maxReplicas: 9, behavior: {scaleIn: {policies: [{type: Pods}]}}} | 6: spec.workload.behavior.scaleIn.policies[0].type 'Pods': choose from Percent
                    workload: {maxReplicas: 9, behavior: {scaleIn: {policies: [{}, {}]}}} | 6: spec.workload.behavior.scaleIn.policies[1] '{...}': give one policy, of type Percent
                    workload: {maxReplicas: 9, behavior: {scaleIn: {policies: [{value: 0}]}}} | 6: spec.workload.behavior.scaleIn.policies[0].value '0': give a whole number from 1 to 100
                    workload: {maxReplicas: 9, blastRadius: 0}              | 6: spec.workload.blastRadius '0': give a share from 0.001 to 1, e.g. 0.25 or 25%
                    workload: {maxReplicas: 9, blastRadius: 150%}           | 6: spec.workload.blastRadius '150%': give a share from 0.001 to 1, e.g. 0.25 or 25%
                    workload: {maxReplicas: 9, holdFor: soon}               | 6: spec.workload.holdFor 'soon': give a duration from 0s to 1d, e.g. 250ms, 40s, 5m or 2h
                    workload: {maxReplicas: 9, request: {cpu: 0}}           | 6: spec.workload.request.cpu '0': give processor cores above zero, e.g. 4, 0.5 or 500m
                    workload: {maxReplicas: 9, request: {memory: 12MB}}     | 6: spec.workload.request.memory '12MB': give bytes, e.g. 512Mi, 256Gi or 2G
                    pool: {cpu: many}                                       | 8: spec.pool.cpu 'many': give processor cores above zero, e.g. 4, 0.5 or 500m
                    pool: {quota: 0}                                        | 8: spec.pool.quota '0': give a whole number from 1 to 100000
                    telemetry: {interval: 12s}                              | 8: spec.telemetry.interval '12s': give a multiple of spec.step, which is 5s
                    telemetry: {delay: 7s}                                  | 8: spec.telemetry.delay '7s': give a multiple of spec.step, which is 5s
                    telemetry: {pushed: 2s}                                 | 8: spec.telemetry.pushed '2s': give a multiple of spec.step, which is 5s
                    telemetry: {noise: yes}                                 | 8: spec.telemetry.noise 'yes': choose from true, false
                    telemetry: {loss: 2}                                    | 8: spec.telemetry.loss '2': give a share from 0 to 1, e.g. 0.25 or 25%
                    telemetry: {signals: []}                                | 8: spec.telemetry.signals '[...]': give signals, e.g. [demand, utilization]
                    telemetry: {signals: [demand, gpus]}                    | 8: spec.telemetry.signals[1] 'gpus': did you mean gpu?
                    telemetry: {signals: [demand, pushedDemand]}            | 8: spec.telemetry.signals[1] 'pushedDemand': choose from demand, utilization, readyReplicas, meanLatency, tailLatency, goodput, errorRatio, retries, rejected, sessions, cpu, gpu, networkLatency
                    telemetry: {signals: [demand, sessions]}                | 8: spec.telemetry.signals[1] 'sessions': there are none; give spec.workload.state.kind: Sessions
                    demand: {}                                              | 7: spec.demand.points '': give points, e.g. {at: 0s, rate: 400/s}
                    demand: {points: []}                                    | 7: spec.demand.points '[...]': give points, e.g. {at: 0s, rate: 400/s}
                    demand: {points: 400/s}                                 | 7: spec.demand.points '400/s': give a list, with an item behind a '-' on each line
                    demand: {points: [{at: 0s}]}                            | 7: spec.demand.points[0].rate '': is required; give a rate from 0/s to 10000000/s, e.g. 400/s
                    demand: {points: [{at: 0s, rate: -1}]}                  | 7: spec.demand.points[0].rate '-1': give a rate from 0/s to 10000000/s, e.g. 400/s
                    demand: {points: [{at: 0s, rate: 9%}]}                  | 7: spec.demand.points[0].rate '9%': give a rate from 0/s to 10000000/s, e.g. 400/s
                    demand: {points: [{at: 2m, rate: 1}, {at: 1m, rate: 1}]} | 7: spec.demand.points[1].at '1m': the point above is at 2m; sort them by time
                    demand: {points: [{at: 2h, rate: 1}]}                   | 7: spec.demand.points[0].at '2h': the scenario ends at 1h
                    demand: {roughness: 2, points: [{at: 0s, rate: 1}]}     | 7: spec.demand.roughness '2': give a share from 0 to 1, e.g. 0.25 or 25%
                    events: [{at: 1m}]                                      | 8: spec.events[0].kind '': is required; choose from MetricsOutage, RetryStorm, Attack, Bottleneck, SlowStarts, RollingUpdate, Crash, ScaleByHand, Harm
                    events: [{kind: Outage, at: 1m}]                        | 8: spec.events[0].kind 'Outage': choose from MetricsOutage, RetryStorm, Attack, Bottleneck, SlowStarts, RollingUpdate, Crash, ScaleByHand, Harm
                    events: [{kind: Atack, at: 1m}]                         | 8: spec.events[0].kind 'Atack': did you mean Attack?
                    events: [{kind: Crash, replicas: 1}]                    | 8: spec.events[0].at '': is required; give whole seconds from 0s to 7d, e.g. 40s, 5m or 2h
                    events: [{kind: Crash, at: 1m, replicas: 0}]            | 8: spec.events[0].replicas '0': give a whole number from 1 to 100000
                    events: [{kind: Crash, at: 1m, until: 2m, replicas: 1}] | 8: spec.events[0].until '2m': there is no such field; choose from kind, at, replicas
                    events: [{kind: Crash, at: 1h, replicas: 1}]            | 8: spec.events[0].at '1h': the scenario ends at 1h
                    events: [{kind: MetricsOutage, at: 1m, until: 2m}]      | 8: spec.events[0].how '': is required; choose from absent, zero, frozen, half, late
                    events: [{kind: MetricsOutage, at: 1m, until: 2m, how: nul}] | 8: spec.events[0].how 'nul': choose from absent, zero, frozen, half, late
                    events: [{kind: Attack, at: 1m, rate: 9}]               | 8: spec.events[0].until '': is required; give whole seconds from 0s to 7d, e.g. 40s, 5m or 2h
                    events: [{kind: Attack, at: 5m, until: 5m, rate: 9}]    | 8: spec.events[0].until '5m': give a time after at, which is 5m
                    events: [{kind: Attack, at: 5m, until: 2h, rate: 9}]    | 8: spec.events[0].until '2h': the scenario ends at 1h
                    events: [{kind: SlowStarts, at: 1m, until: 5m, factor: 0.5}] | 8: spec.events[0].factor '0.5': give a number from 1 to 1000
                    events: [{kind: Harm, at: 1m, until: 5m}]               | 8: spec.events[0].latencyFactor '': give more than 1, or an errorRatio
                    events: [{kind: Attack, at: 9m, until: 11m, rate: 9}, {kind: Attack, at: 5m, until: 10m, rate: 9}] | 8: spec.events[0].at '9m': another Attack lasts until 10m; begin after it
                    policies: hpa                                           | 8: spec.policies 'hpa': give a list, with an item behind a '-' on each line
                    policies: [hppa]                                        | 8: spec.policies[0] 'hppa': policy 'hppa': choose from hpa, hybrid, hybrid-paper, keda, kpa, kpa-native, load-index, manual, oracle, predictive, reactive, static, threshold; hpa, keda, kpa and kpa-native also as NAME:grid
                    policies: [hpa:speed=2]                                 | 8: spec.policies[0] 'hpa:speed=2': knob 'speed': hpa has the knobs stabilization, target
                    policies: [hpa:target=0]                                | 8: spec.policies[0] 'hpa:target=0': hpa:target '0': give a whole number from 1 to 100
                    policies: [hpa, static, hpa]                            | 8: spec.policies[2] 'hpa': name each policy once
                    """)
    void tellsOfAField(String field, String problem) {
        assertThat(ScenarioText.problems(ScenarioText.with(field)))
                .containsExactly("web.yaml:" + problem);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    workload: {minReplicas: 5, maxReplicas: 9} | pool: {quota: 4}                | 6: spec.workload.minReplicas '5': give at most spec.pool.quota, which is 4
                    workload: {minReplicas: 5, maxReplicas: 9} | pool: {cpu: 2}                  | 6: spec.workload.minReplicas '5': spec.pool holds 4 replicas of this request; give at most that or enlarge it
                    workload: {minReplicas: 5, maxReplicas: 9} | pool: {memory: 2Gi}             | 6: spec.workload.minReplicas '5': spec.pool holds 4 replicas of this request; give at most that or enlarge it
                    workload: {minReplicas: 5, maxReplicas: 9} | service: {initialReplicas: 4}   | 8: spec.service.initialReplicas '4': give at least spec.workload.minReplicas, which is 5
                    pool: {quota: 4}                           | service: {initialReplicas: 5}   | 9: spec.service.initialReplicas '5': give at most spec.pool.quota, which is 4
                    pool: {cpu: 2}                             | service: {initialReplicas: 5}   | 9: spec.service.initialReplicas '5': spec.pool holds 4 replicas of this request; give at most that or enlarge it
                    workload: {maxReplicas: 9, state: {kind: Ordered, quorum: 3}} | service: {initialReplicas: 2} | 8: spec.service.initialReplicas '2': give at least spec.workload.state.quorum, which is 3
                    telemetry: {signals: [demand]}             | policies: [reactive, hpa]       | 9: spec.policies[1] 'hpa': decides on utilization, which the scenario's telemetry.signals lacks; leave the policy out
                    telemetry: {signals: [cpu]}                | policies: [predictive]          | 9: spec.policies[0] 'predictive': decides on demand, which the scenario's telemetry.signals lacks; leave the policy out
                    telemetry: {signals: [cpu]}                | policies: [threshold]           | 9: spec.policies[0] 'threshold': decides on utilization, which the scenario's telemetry.signals lacks; leave the policy out
                    """)
    void tellsOfTwoFieldsThatContradictEachOther(String one, String other, String problem) {
        assertThat(ScenarioText.problems(ScenarioText.with(one, other)))
                .containsExactly("web.yaml:" + problem);
    }

    @Test
    void tellsOfAllProblemsInTheOrderOfTheirLines() {
        String text =
                """
                apiVersion: plimsoll.dev/v1alpha1
                kind: Scenario
                metadata: {name: Web}
                spec:
                  duration: 1h
                  warmup: 5m
                  service:
                    concurrency: none
                  workload:
                    minReplicas: 9
                    maxReplicas: 4
                    maxReplicas: 5
                    state: {kind: Ordered, quorum: 6}
                  pool: {quota: 3}
                  telemetry:
                    interval: 12s
                    signals:
                      - cpu
                  demand:
                    points:
                      - {at: 30m, rate: 400/s}
                      - {at: 20m, rate: lots}
                  events:
                    - {kind: Crash, at: 3h, replicas: 1}
                  policies: [reactive, best]
                """;

        assertThat(ScenarioText.problems(text))
                .containsExactly(
                        "web.yaml:3: metadata.name 'Web': give 1 to 63 small letters, digits and"
                                + " '-', e.g. web-1",
                        "web.yaml:6: spec.warmup '5m': there is no such field; did you mean"
                                + " warmUp?",
                        "web.yaml:8: spec.service.concurrency 'none': give a whole number from 1 to"
                                + " 4096",
                        "web.yaml:10: spec.workload.minReplicas '9': give at most"
                                + " spec.workload.maxReplicas, which is 4",
                        "web.yaml:10: spec.workload.minReplicas '9': give at most spec.pool.quota,"
                                + " which is 3",
                        "web.yaml:12: key 'maxReplicas': stands on line 11 already; keep one",
                        "web.yaml:13: spec.workload.state.quorum '6': give at most"
                                + " spec.workload.maxReplicas, which is 4",
                        "web.yaml:16: spec.telemetry.interval '12s': give a multiple of spec.step,"
                                + " which is 5s",
                        "web.yaml:22: spec.demand.points[1].rate 'lots': give a rate from 0/s to"
                                + " 10000000/s, e.g. 400/s",
                        "web.yaml:22: spec.demand.points[1].at '20m': the point above is at 30m;"
                                + " sort them by time",
                        "web.yaml:24: spec.events[0].at '3h': the scenario ends at 1h",
                        "web.yaml:25: spec.policies[1] 'best': policy 'best': choose from hpa,"
                                + " hybrid, hybrid-paper, keda, kpa, kpa-native, load-index,"
                                + " manual, oracle, predictive, reactive, static, threshold; hpa,"
                                + " keda, kpa and kpa-native also as NAME:grid",
                        "web.yaml:25: spec.policies[0] 'reactive': decides on demand, which the"
                                + " scenario's telemetry.signals lacks; leave the policy out");
    }

    /** A default is told like a value, at the line of what should hold it. */
    @Test
    void tellsOfADefaultThatDoesNotFit() {
        assertThat(ScenarioText.problems(ScenarioText.with("step: 7s", "duration: 70s")))
                .containsExactly(
                        "web.yaml:4: spec.telemetry.interval '': give a multiple of spec.step,"
                                + " which is 7s",
                        "web.yaml:4: spec.telemetry.delay '': give a multiple of spec.step, which"
                                + " is 7s");
    }

    @Test
    void showsNoMoreThanAHundredProblems() {
        String[] fields =
                IntStream.range(0, 120).mapToObj("unknown%d: 1"::formatted).toArray(String[]::new);

        List<String> problems = ScenarioText.problems(ScenarioText.with(fields));

        assertThat(problems).hasSize(101);
        assertThat(problems.getLast()).isEqualTo("web.yaml: 20 more problems");
    }

    @Test
    void policiesOfTheCommandLineMustSeeWhatTheyDecideOn() {
        var scenario = ScenarioText.read("telemetry: {signals: [demand]}");

        PolicySignals.require(PolicySpec.parseList("static,reactive,oracle"), scenario);
        Assertions.assertThatThrownBy(() ->
                        PolicySignals.require(
                                PolicySpec.parseList("hpa:grid,static,threshold"), scenario))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal ->
                                assertThat(refusal.problems())
                                        .containsExactly(
                                                problem("hpa:grid"), problem("threshold")));
    }

    private static String problem(String policy) {
        return "--policy: policy '"
                + policy
                + "': decides on utilization, which the scenario's telemetry.signals lacks; leave"
                + " the policy out";
    }
}
