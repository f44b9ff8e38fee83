// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.config.Source;
import dev.plimsoll.model.InvalidInputException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a controller's files is told with file, line, field, value and mend. */
class ConfigurationProblemsTest {
    /** The first nine lines of a policy are sound; the field is the tenth, or one of those. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /metadata: {}                            | 3: metadata.name '': is required; give 1 to 63 small letters, digits and '-', e.g. web-1
                    /metadata: {name: web, namespace: A}     | 3: metadata.namespace 'A': give 1 to 63 small letters, digits and '-', e.g. web-1
                    /metadata: {name: web, labels: {a: b}}   | 3: metadata.labels '{...}': is not supported yet; leave it out
                    /metadata: {name: web, annotations: {}}  | 3: metadata.annotations '{...}': is not supported yet; leave it out
                    /metadata: {name: web, uid: 1}           | 3: metadata.uid '1': there is no such field; choose from name, namespace
                    /status: {}                              | 10: status '{...}': there is no such field; choose from apiVersion, kind, metadata, spec
                    maxReplica: 4                            | 10: spec.maxReplica '4': there is no such field; did you mean maxReplicas?
                    colour: red                              | 10: spec.colour 'red': there is no such field; choose from scaleTargetRef, mode, approval, promotion, policy, demand, latency, signals, telemetry, minReplicas, maxReplicas, slo, state, behavior, blastRadius, holdFor, request
                    priority: 100                            | 10: spec.priority '100': is not supported yet; leave it out
                    timezone: Europe/Berlin                  | 10: spec.timezone 'Europe/Berlin': is not supported yet; leave it out
                    vertical: {mode: Off}                    | 10: spec.vertical '{...}': is not supported yet; leave it out
                    schedules: []                            | 10: spec.schedules '[...]': is not supported yet; leave it out
                    approval: 30%                            | 10: spec.approval '30%': give a map, with a field and its value on each line
                    approval: {}                             | 10: spec.approval.above '': is required; give a share from 0 to 1, e.g. 0.25 or 25%
                    approval: {above: 130%}                  | 10: spec.approval.above '130%': give a share from 0 to 1, e.g. 0.25 or 25%
                    approval: {above: 30%, by: ann}          | 10: spec.approval.by 'ann': there is no such field; choose from above
                    slo: {latency: {target: 1s}, objective: 0.999} | 7: spec.slo.objective '0.999': is not supported yet; leave it out
                    slo: {latency: {target: 1s}, window: 30d} | 7: spec.slo.window '30d': is not supported yet; leave it out
                    scaleTargetRef: {name: web}              | 5: spec.scaleTargetRef.kind '': is required; choose from SimulatedService
                    scaleTargetRef: {kind: SimulatedService} | 5: spec.scaleTargetRef.name '': is required; give 1 to 63 small letters, digits and '-', e.g. web-1
                    scaleTargetRef: {kind: simulatedservice, name: web} | 5: spec.scaleTargetRef.kind 'simulatedservice': did you mean SimulatedService?
                    scaleTargetRef: {kind: Deployment, name: web} | 5: spec.scaleTargetRef.kind 'Deployment': is not supported yet; give a SimulatedService, which the simulated fleet has
                    scaleTargetRef: {apiVersion: apps/v1, kind: SimulatedService, name: web} | 5: spec.scaleTargetRef.apiVersion 'apps/v1': is not supported yet; leave it out
                    mode: act                                | 10: spec.mode 'act': did you mean Act?
                    mode: Off                                | 10: spec.mode 'Off': choose from Observe, Advise, Act
                    policy: hpa:target=60                    | 10: spec.policy 'hpa:target=60': is only compared with, as it does not pass the guard; choose from predictive, reactive, threshold, hybrid, load-index, static
                    policy: oracle                           | 10: spec.policy 'oracle': is only compared with, as it does not pass the guard; choose from predictive, reactive, threshold, hybrid, load-index, static
                    policy: predictve                        | 10: spec.policy 'predictve': did you mean predictive?
                    policy: best                             | 10: spec.policy 'best': choose from predictive, reactive, threshold, hybrid, load-index, static
                    policy: predictive:forecast=zero         | 10: spec.policy 'predictive:forecast=zero': has knobs for trials only; leave them out
                    policy: static                           | 10: spec.policy 'static': say how many replicas, e.g. static:replicas=4
                    policy: static:replicas=0                | 10: spec.policy 'static:replicas=0': static:replicas '0': give a whole number from 1 to 1000000
                    policy: static:replicas=11               | 10: spec.policy 'static:replicas=11': give at most spec.maxReplicas, which is 10
                    policy: threshold:upper=0                | 10: spec.policy 'threshold:upper=0': threshold:upper '0': give a number from 1 to 100
                    policy: reactive:grid                    | 10: spec.policy 'reactive:grid': policy 'reactive:grid': only hpa:grid, keda:grid, kpa:grid and kpa-native:grid are grids, without knobs
                    minReplicas: 0                           | 10: spec.minReplicas '0': give a whole number from 1 to 100000
                    minReplicas: 11                          | 10: spec.minReplicas '11': give at most spec.maxReplicas, which is 10
                    maxReplicas:                             | 6: spec.maxReplicas '': is required; give a whole number from 1 to 100000
                    maxReplicas: 100001                      | 6: spec.maxReplicas '100001': give a whole number from 1 to 100000
                    slo:                                     | 7: spec.slo.latency.target '': is required; give a duration from 1ms to 1h, e.g. 250ms, 40s or 5m
                    slo: {latency: {target: 250}}            | 7: spec.slo.latency.target '250': give a duration from 1ms to 1h, e.g. 250ms, 40s or 5m
                    slo: {latency: {target: 2h}}             | 7: spec.slo.latency.target '2h': give a duration from 1ms to 1h, e.g. 250ms, 40s or 5m
                    slo: {latency: {target: 1s, quantile: 95}} | 7: spec.slo.latency.quantile '95': give a number from 0.5 to 0.9999
                    slo: {latency: {target: 1s}, violationCost: 0} | 7: spec.slo.violationCost '0': give a number from 0.001 to 1000000000
                    demand: []                               | 8: spec.demand '[...]': give an entry with source, query and unit
                    demand: {source: prom, query: d}         | 8: spec.demand '{...}': give a list, with an item behind a '-' on each line
                    demand: [{source: prom}]                 | 8: spec.demand[0].query '': is required; give a query in PromQL, at most 10000 characters
                    demand: [{query: d}]                     | 8: spec.demand[0].source '': is required; give 1 to 63 small letters, digits and '-', e.g. web-1
                    demand: [{source: prm, query: d}]        | 8: spec.demand[0].source 'prm': there is no such source; did you mean prom?
                    demand: [{source: prom, query: ''}]      | 8: spec.demand[0].query '': give a query in PromQL, at most 10000 characters
                    demand: [{source: prom, query: d, unit: s}] | 8: spec.demand[0].unit 's': choose from request/s, request/min
                    demand: [{source: prom, query: d, name: a b}] | 8: spec.demand[0].name 'a b': give 1 to 63 letters, digits, '-' and '_', e.g. requests
                    demand: [{source: resource, resource: cpu}] | 8: spec.demand[0].resource 'cpu': is not supported yet; give source, query and unit of a metric
                    demand: [{source: prom, query: d}, {source: prom, query: e}] | 8: spec.demand[1] '{...}': a second one is not supported yet; leave it out
                    demand: [{source: prom, query: d, labels: web}] | 8: spec.demand[0].labels 'web': give a map, with a field and its value on each line
                    demand: [{source: prom, query: d, labels: {work-load: web}}] | 8: spec.demand[0].labels.work-load 'web': no label has this name; give letters, digits and '_', e.g. workload
                    demand: [{source: prom, query: d, labels: {workload: ''}}] | 8: spec.demand[0].labels.workload '': give the label's value, at most 1000 characters
                    demand: [{source: prom, query: d, labels: {workload: }}] | 8: spec.demand[0].labels.workload '': is required; give the label's value, at most 1000 characters
                    demand: [{source: prom, query: d, labels: {workload: [web]}}] | 8: spec.demand[0].labels.workload '[...]': give the label's value, at most 1000 characters
                    latency: {source: prom, query: p, unit: request/s} | 10: spec.latency.unit 'request/s': choose from s, ms
                    latency: {source: web, query: p}         | 10: spec.latency.source 'web': there is no such source; choose from prom
                    latency: {source: prom, query: p, quantile: 0.95} | 10: spec.latency.quantile '0.95': there is no such field; choose from source, query, unit, labels
                    signals: []                              | 9: spec.signals '[...]': give a map, with a field and its value on each line
                    policy: reactive:headroom=none           | 10: spec.policy 'reactive:headroom=none': reactive:headroom 'none': give a number from 1 to 100
                    telemetry: {interval: 0s}                | 10: spec.telemetry.interval '0s': give whole seconds from 1s to 1h, e.g. 40s or 5m
                    telemetry: {delay: 2h}                   | 10: spec.telemetry.delay '2h': give whole seconds from 0s to 1h, e.g. 40s or 5m
                    telemetry: {pushed: 5s}                  | 10: spec.telemetry.pushed '5s': there is no such field; choose from interval, delay
                    state: {kind: Session}                   | 10: spec.state.kind 'Session': did you mean Sessions?
                    state: {sessions: {source: prom, query: s}} | 10: spec.state.sessions '{...}': there is no such field; choose from kind
                    state: {kind: Sessions, sessions: {source: prom, query: s, unit: share}} | 10: spec.state.sessions.unit 'share': choose from count
                    state: {kind: Sessions, drainTimeout: 2d} | 10: spec.state.drainTimeout '2d': give a duration from 1s to 1d, e.g. 40s, 5m or 2h
                    state: {kind: Ordered, quorum: 11}       | 10: spec.state.quorum '11': give at most spec.maxReplicas, which is 10
                    behavior: {scaleUp: {}}                  | 10: spec.behavior.scaleUp '{...}': there is no such field; did you mean scaleOut?
                    behavior: {scaleIn: {policies: [{type: Pods}]}} | 10: spec.behavior.scaleIn.policies[0].type 'Pods': choose from Percent
                    blastRadius: 0                           | 10: spec.blastRadius '0': give a share from 0.001 to 1, e.g. 0.25 or 25%
                    holdFor: 25h                             | 10: spec.holdFor '25h': give a duration from 0s to 1d, e.g. 250ms, 40s, 5m or 2h
                    promotion: {over: 5d}                    | 10: spec.promotion.over '5d': give a duration from 1h to 4d, e.g. 2h
                    promotion: {replicaHours: 11}            | 10: spec.promotion.replicaHours '11': give a share from 0 to 10, e.g. 0.25 or 25%
                    promotion: {violations: 2}               | 10: spec.promotion.violations '2': give a share from 0 to 1, e.g. 0.25 or 25%
                    promotion: {over: 12h}                   | 10: spec.promotion '{...}': is for a policy that acts, and Observe never does; give mode Act or Advise, or leave it out
                    request: {gpu: 1}                        | 10: spec.request.gpu '1': there is no such field; did you mean cpu?
                    """)
    void tellsOfAFieldOfAPolicy(String field, String problem) {
        assertThat(PolicyText.problems(PolicyText.controller(), PolicyText.policy(field)))
                .containsExactly("web.yaml:" + problem);
    }

    /** A policy that does not see what it decides on would silently hold its number. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    demand:   | policy: predictive | predictive cannot do without demand; say where to read it: give spec.demand
                    signals:  | policy: reactive   | reactive cannot do without utilization, readyReplicas; say where to read it: give spec.signals.utilization, spec.signals.readyReplicas
                    demand:   | policy: hybrid     | hybrid cannot do without demand; say where to read it: give spec.demand
                    signals:  | policy: threshold  | threshold cannot do without utilization; say where to read it: give spec.signals.utilization
                    signals:  | policy: load-index | load-index cannot do without any of utilization, cpu, gpu, networkLatency; give one under spec.signals
                    """)
    void tellsOfAPolicyThatIsBlind(String without, String policy, String mend) {
        assertThat(PolicyText.problems(PolicyText.controller(), PolicyText.policy(without, policy)))
                .containsExactly(
                        "web.yaml:10: spec.policy '%s': %s".formatted(policy.substring(8), mend));
    }

    /** The first six lines of a controller are sound; the field is the seventh, or one of those. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /metadata: {name: main, namespace: x} | 3: metadata.namespace 'x': there is no such field; choose from name
                    /metadata: {name: main, labels: {}} | 3: metadata.labels '{...}': is not supported yet; leave it out
                    stores: memory                      | 7: spec.stores 'memory': there is no such field; did you mean store?
                    platform:                           | 5: spec.platform.simulated '': is required; give unix: and the path of a Unix socket, at most 107 bytes
                    platform: {simulated: fleet.sock}   | 5: spec.platform.simulated 'fleet.sock': give unix: and the path of a Unix socket, at most 107 bytes
                    platform: {simulated: 'unix:'}      | 5: spec.platform.simulated 'unix:': give unix: and the path of a Unix socket, at most 107 bytes
                    platform: {simulated: 'unix:a', swarm: {}} | 5: spec.platform.swarm '{...}': is not supported yet; leave it out
                    platform: {simulated: 'unix:a', libvirt: {}} | 5: spec.platform.libvirt '{...}': is not supported yet; leave it out
                    platform: {simulated: 'unix:a', kubernetes: {}} | 5: spec.platform.kubernetes '{...}': is not supported yet; leave it out
                    store: disk                         | 7: spec.store 'disk': give memory, {h2: PATH} or {postgresql: jdbc:postgresql://HOST/DATABASE}
                    store: [memory]                     | 7: spec.store '[...]': give memory, {h2: PATH} or {postgresql: jdbc:postgresql://HOST/DATABASE}
                    store: {}                           | 7: spec.store '{...}': give memory, {h2: PATH} or {postgresql: jdbc:postgresql://HOST/DATABASE}
                    store: {h2: [a]}                    | 7: spec.store.h2 '[...]': give the path of a file
                    store: {h2: a, passwordFile: b}     | 7: spec.store.passwordFile 'b': there is no such field; choose from h2
                    store: {postgresql: 'mysql://db/p'} | 7: spec.store.postgresql 'mysql://db/p': give jdbc:postgresql://HOST:PORT/DATABASE, and the password in passwordFile
                    store: {postgresql: 'jdbc:postgresql://db/p?user=a&password=b'} | 7: spec.store.postgresql 'jdbc:postgresql://db/p?user=a&password=***': give jdbc:postgresql://HOST:PORT/DATABASE, and the password in passwordFile
                    store: {postgresql: 'jdbc:postgresql:p', passwordFile: ''} | 7: spec.store.passwordFile '': give the path of a file
                    sources: {}                         | 6: spec.sources '{...}': give a list, with an item behind a '-' on each line
                    sources: [{name: prom}]             | 6: spec.sources[0].url '': is required; give http://HOST:PORT or https://HOST:PORT, with a path where there is one, but without a user, a query or a fragment
                    sources: [{name: prom, url: 'ftp://prom'}] | 6: spec.sources[0].url 'ftp://prom': give http://HOST:PORT or https://HOST:PORT, with a path where there is one, but without a user, a query or a fragment
                    sources: [{name: prom, url: 'http://a:70000'}] | 6: spec.sources[0].url 'http://a:70000': give http://HOST:PORT or https://HOST:PORT, with a path where there is one, but without a user, a query or a fragment
                    sources: [{name: prom, url: 'http://a b'}] | 6: spec.sources[0].url 'http://a b': give http://HOST:PORT or https://HOST:PORT, with a path where there is one, but without a user, a query or a fragment
                    sources: [{name: prom, url: 'http://ann:secret@prom/'}] | 6: spec.sources[0].url 'http://***prom/': give http://HOST:PORT or https://HOST:PORT, with a path where there is one, but without a user, a query or a fragment
                    sources: [{name: prom, url: 'http://prom?token=x'}] | 6: spec.sources[0].url 'http://prom?token=***': give http://HOST:PORT or https://HOST:PORT, with a path where there is one, but without a user, a query or a fragment
                    sources: [{name: prom, url: 'http://a'}, {name: prom, url: 'http://b'}] | 6: spec.sources[1].name 'prom': stands at controller.yaml:6 already; keep one
                    sources: [{name: prom, url: 'http://a', timeout: 16s}] | 6: spec.sources[0].timeout '16s': give at most the controller's cycle, which is 15s
                    sources: [{name: prom, url: 'http://a', timeout: 1ms}] | 6: spec.sources[0].timeout '1ms': give a duration from 100ms to 1m, e.g. 250ms or 40s
                    sources: [{name: prom, url: 'http://a', caFile: ca.pem}] | 6: spec.sources[0].caFile 'ca.pem': is for https; give an https url or leave it out
                    sources: [{name: prom, url: 'http://a', bearerToken: abc}] | 6: spec.sources[0].bearerToken 'abc': there is no such field; did you mean bearerTokenFile?
                    cycle: 4s                           | 7: spec.cycle '4s': give a duration from 5s to 5m, e.g. 40s or 5m
                    cycle: 15                           | 7: spec.cycle '15': give a duration from 5s to 5m, e.g. 40s or 5m
                    tick: 16s                           | 7: spec.tick '16s': give at most the controller's cycle, which is 15s
                    tick: 0s                            | 7: spec.tick '0s': give a duration from 500ms to 1m, e.g. 40s
                    management: 8081                    | 7: spec.management '8081': give HOST:PORT with a port from 1 to 65535, e.g. 127.0.0.1:8081
                    management: 127.0.0.1:65536         | 7: spec.management '127.0.0.1:65536': give HOST:PORT with a port from 1 to 65535, e.g. 127.0.0.1:8081
                    management: ::1:80                  | 7: spec.management '::1:80': give HOST:PORT with a port from 1 to 65535, e.g. 127.0.0.1:8081
                    socket: ["a"]                       | 7: spec.socket '[...]': give the path of a Unix socket, at most 107 bytes
                    socket: "\\0"                       | 7: spec.socket '?': give the path of a Unix socket, at most 107 bytes
                    socket: /run/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 7: spec.socket '/run/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...': give the path of a Unix socket, at most 107 bytes
                    webHooks: [{url: 'https://a'}]      | 7: spec.webHooks[0].secretFile '': is required; give the path of a file
                    webHooks: [{url: mailto:a, secretFile: s}] | 7: spec.webHooks[0].url 'mailto:a': give the URL of a receiver, http or https, without a user or a fragment
                    webHooks: [{url: 'http://a?b=c', secretFile: s}, {url: 'http://a?b=c', secretFile: t}] | 7: spec.webHooks[1].url 'http://a?***': stands at controller.yaml:7 already; keep one
                    """)
    void tellsOfAFieldOfAController(String field, String problem) {
        assertThat(PolicyText.problems(PolicyText.controller(field), PolicyText.policy()))
                .containsExactly("controller.yaml:" + problem);
    }

    @Test
    void tellsOfWhatTwoFilesSayTwice() {
        assertThat(
                        PolicyText.problems(
                                PolicyText.controller() + "---\n" + PolicyText.controller(),
                                PolicyText.policy()
                                        + "---\n"
                                        + PolicyText.policy()
                                        + "---\n"
                                        + PolicyText.policy("/metadata: {name: other}")))
                .containsExactly(
                        "controller.yaml:10: metadata.name 'main': the controller is described at"
                                + " controller.yaml:3 already; keep one",
                        "web.yaml:13: metadata.name 'web': stands at web.yaml:3 already; keep one",
                        "web.yaml:15: spec.scaleTargetRef.name 'web': the policy at web.yaml:5"
                                + " scales it already; keep one",
                        "web.yaml:25: spec.scaleTargetRef.name 'web': the policy at web.yaml:5"
                                + " scales it already; keep one");
    }

    @Test
    void tellsOfSourcesThatNoControllerDeclares() {
        assertThat(
                        problems(
                                PolicyText.policy(
                                        "signals:",
                                        "demand:",
                                        "policy: static:replicas=1",
                                        "latency: {source: prom, query: p}")))
                .containsExactly(
                        "web.yaml:11: spec.latency.source 'prom': there are no sources; add it to"
                                + " spec.sources of a document of kind Controller");
    }

    /** Else each policy would be told of a source that is there, in a document to be mended. */
    @Test
    void doesNotTellOfSourcesWhereTheirDocumentCannotBeRead() {
        assertThat(PolicyText.problems(PolicyText.controller("/kind: Pod"), PolicyText.policy()))
                .containsExactly(
                        "controller.yaml:2: kind 'Pod': choose from ScalingPolicy, Controller");
        assertThat(PolicyText.problems("a: [", PolicyText.policy())).hasSize(1);
        assertThat(
                        PolicyText.problems(
                                PolicyText.controller("sources: [{name: Prom, url: 'http://a'}]"),
                                PolicyText.policy()))
                .containsExactly(
                        "controller.yaml:6: spec.sources[0].name 'Prom': give 1 to 63 small"
                                + " letters, digits and '-', e.g. web-1");
    }

    @Test
    void tellsOfAllProblemsOfAllFilesInTheOrderOfTheirLines() {
        assertThat(
                        PolicyText.problems(
                                PolicyText.controller("cycle: 1h", "tick: never"),
                                PolicyText.policy("maxReplicas: 0", "mod: Act", "priority: 1")
                                        + "---\nkind: ScalingPolicy\n"))
                .containsExactly(
                        "controller.yaml:7: spec.cycle '1h': give a duration from 5s to 5m, e.g."
                                + " 40s or 5m",
                        "controller.yaml:8: spec.tick 'never': give a duration from 500ms to 1m,"
                                + " e.g. 40s",
                        "web.yaml:6: spec.maxReplicas '0': give a whole number from 1 to 100000",
                        "web.yaml:10: spec.mod 'Act': there is no such field; did you mean mode?",
                        "web.yaml:11: spec.priority '1': is not supported yet; leave it out",
                        "web.yaml:13: apiVersion '': is required; choose from"
                                + " plimsoll.dev/v1alpha1");
    }

    /** In the rows a slash stands for the end of a line and an arrow for a tab. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    empty        | #               | 1: document '': give documents of kind ScalingPolicy or Controller
                    only lines   | ---/---/        | 1: document '': give documents of kind ScalingPolicy or Controller
                    no YAML      | %!PS-Adobe      | 1:2: YAML '%!PS-Adobe': expected alphabetic or numeric character, but found !(33)
                    text         | hello           | 1: document 'hello': give a map, with a field and its value on each line
                    tabs         | a:/→b: 1        | 2:1: YAML 'b: 1': indent with spaces, not with tabs
                    other kind   | apiVersion: v1/kind: List | 2: kind 'List': choose from ScalingPolicy, Controller
                    aliases      | a: &x [1]/b: *x/c: *x | 1: YAML '&x': anchors and aliases are not supported, and there are 3; write out what they stand for
                    """)
    void refusesWhatIsNoFileOfPolicies(String name, String text, String problem) {
        String lines = text.replace('/', '\n').replace('→', '\t') + "\n";

        assertThat(problems(lines)).contains("web.yaml:" + problem);
        assertThat(problems(lines).stream().filter(line -> line.contains("YAML '")))
                .hasSizeLessThan(2);
    }

    private static List<String> problems(String text) {
        try {
            Configuration read = ConfigurationReader.read(List.of(new Source("web.yaml", text)));
            throw new AssertionError("there is no problem with " + read);
        } catch (InvalidInputException e) {
            return e.problems();
        }
    }

    @Test
    void valuesCannotBeWhatTheirFieldsMayNot() {
        Assertions.assertThatThrownBy(() -> new ListenAddress("a", 0))
                .hasMessage("address 'a' with port 0: give a host and a port from 1 to 65535");
        Assertions.assertThatThrownBy(() -> new ListenAddress(" ", 80))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
