// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateCommandTest {
    private static final String EXAMPLE = "../examples/plimsoll.yaml";
    private static final String FIXED =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: ScalingPolicy
            metadata: {name: web}
            spec:
              scaleTargetRef: {kind: SimulatedService, name: web}
              policy: static:replicas=4
              maxReplicas: 10
              slo: {latency: {target: 250ms}}
              state: {kind: Ordered}
            """;
    private static final String CONTROLLER =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: Controller
            metadata: {name: main}
            spec:
              platform: {simulated: 'unix:/run/fleet.sock'}
              store: memory
              webHooks: [{url: 'https://hooks.example.com/a?key=b', secretFile: s}]
            """;

    @TempDir private Path folder;

    @Test
    void saysWhatItUnderstood() {
        assertThat(Terminal.succeed("validate", "-f", EXAMPLE).out())
                .isEqualToNormalizingNewlines(
                        """
                        policy                                 target     mode    approval  promotion             decides  replicas   objective     sources
                        -------------  ------------------------------  -------  ----------  ---------  ------------------  --------  ----------  ----------
                        shop/web            SimulatedService shop/web  Observe           -          -          predictive   2 to 40   p95=250ms  prometheus
                        shop/checkout  SimulatedService shop/checkout      Act  above 30 %          -  threshold:upper=80   1 to 12  p95=1000ms  prometheus

                        source                        url  timeout
                        ----------  ---------------------  -------
                        prometheus  http://127.0.0.1:9090       5s

                        web hook                                               secret
                        ----------------------------------  -------------------------
                        https://hooks.example.com/plimsoll  /etc/plimsoll/hook-secret

                        Controller shop: platform simulated unix:/run/plimsoll/fleet.sock, store h2 /var/lib/plimsoll/store, cycle 15s, tick 2s, management 127.0.0.1:8081, socket /run/plimsoll/plimsoll.sock.
                        """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mode: Advise                                                     | Advise always - | {}
                    mode: Act, promotion: {over: 12h}                                | Act - 12h, violated at most as really, hours at most 100 % | {"overSeconds":43200,"replicaHours":1.0}
                    mode: Act, promotion: {violations: 0.5%, replicaHours: 1.1}      | Act - 3d, violated at most 0.5 %, hours at most 110 % | {"overSeconds":259200,"violations":0.005,"replicaHours":1.1}
                    """)
    void saysWhatMayBeDoneWithoutAPerson(String fields, String shown, String json)
            throws IOException {
        String flow = fields.replaceAll(", (?=promotion)", "\n  ");
        String policy = file("web.yaml", FIXED + "  " + flow + "\n");
        assertThat(Terminal.succeed("validate", "-f", policy).out().replaceAll(" +", " "))
                .contains(" " + shown + " ");
        JsonNode root = Terminal.succeed("validate", "-f", policy, "-o", "json").json();
        JsonNode read = root.at("/policies/0");
        assertThat(
                        SchemaCheck.problems(
                                SchemaCheck.schema("validate-v1").at("/$defs/policy"), read))
                .isEmpty();
        assertThat(read.has("promotion") ? read.path("promotion").toString() : "{}")
                .isEqualTo(json);
    }

    @Test
    void showsNoSecretOfAWebHook() throws IOException {
        assertThat(Terminal.succeed("validate", "-f", file("controller.yaml", CONTROLLER)).out())
                .contains("https://hooks.example.com/a  ")
                .doesNotContain("key=b");
    }

    @Test
    void takesFilesThatBelongTogether() throws IOException {
        String controller = file("controller.yaml", CONTROLLER);
        String policy = file("web.yaml", FIXED);

        assertThat(Terminal.succeed("validate", "-f", controller).out())
                .contains(
                        "Controller main: platform simulated unix:/run/fleet.sock, store memory,");
        assertThat(Terminal.succeed("validate", "-f", policy).out())
                .contains("default/web", "static:replicas=4")
                .contains("        -\n")
                .endsWith(
                        "No Controller document: nothing says where these workloads run."
                                + System.lineSeparator());
        assertThat(Terminal.succeed("validate", "-f", controller, "-f", policy).out())
                .contains("default/web", "Controller main");
    }

    @Test
    void jsonIsWhatTheSchemaSays() throws IOException {
        JsonNode schema = SchemaCheck.schema("validate-v1");
        JsonNode root = Terminal.succeed("validate", "-f", EXAMPLE, "-o", "json").json();

        assertThat(SchemaCheck.problems(schema, root)).isEmpty();
        JsonNode web = root.path("policies").path(0);
        assertThat(SchemaCheck.problems(schema.at("/$defs/policy"), web)).isEmpty();
        assertThat(SchemaCheck.problems(schema.at("/$defs/signal"), web.at("/signals/0")))
                .isEmpty();
        assertThat(SchemaCheck.problems(schema.at("/$defs/controller"), root.path("controller")))
                .isEmpty();
        assertThat(
                        SchemaCheck.problems(
                                schema.at("/$defs/source"), root.at("/controller/sources/0")))
                .isEmpty();
        assertThat(web.path("signals").findValuesAsText("signal"))
                .containsExactly(
                        "demand", "utilization", "readyReplicas", "meanLatency", "tailLatency");
        assertThat(root.at("/policies/1/state").asText()).isEqualTo("Sessions");
        assertThat(root.at("/policies/1/slo").asText()).isEqualTo("p95=1000ms");
        assertThat(root.at("/policies/1/approvalAbove").asDouble()).isEqualTo(0.3);
        assertThat(web.has("approvalAbove")).isFalse();
    }

    @Test
    void jsonHasTheLabelsOfASignal() throws IOException {
        String demand = "  demand: [{source: prometheus, query: d, labels: {workload: web}}]\n";
        String sources = "  sources: [{name: prometheus, url: 'http://localhost:9090'}]\n";
        String policy = file("web.yaml", FIXED + demand + "---\n" + CONTROLLER + sources);
        JsonNode root = Terminal.succeed("validate", "-f", policy, "-o", "json").json();
        JsonNode schema = SchemaCheck.schema("validate-v1").at("/$defs/signal");

        JsonNode signal = root.at("/policies/0/signals/0");
        assertThat(SchemaCheck.problems(schema, signal)).isEmpty();
        assertThat(signal.at("/labels/workload").asText()).isEqualTo("web");
    }

    @Test
    void jsonHasNoMoreThanTheFilesSay() throws IOException {
        String policy = file("web.yaml", FIXED);
        JsonNode alone = Terminal.succeed("validate", "-f", policy, "-o", "json").json();
        String controller = file("controller.yaml", CONTROLLER);
        JsonNode both =
                Terminal.succeed("validate", "-f", policy, "-f", controller, "-o", "json").json();

        assertThat(SchemaCheck.problems(SchemaCheck.schema("validate-v1"), alone)).isEmpty();
        assertThat(alone.has("controller")).isFalse();
        assertThat(alone.at("/policies/0/signals")).isEmpty();
        assertThat(alone.at("/policies/0/state").asText()).isEqualTo("Ordered");
        assertThat(both.at("/controller/webHooks/0").asText())
                .isEqualTo("https://hooks.example.com/a");
    }

    @Test
    void tellsAllProblemsAtOnce() throws IOException {
        String bad = file("bad.yaml", FIXED.replace("maxReplicas", "maxReplica"));
        String worse = file("worse.yaml", "kind: Pod\n");

        Terminal terminal = Terminal.run("validate", "-f", bad, "-f", worse, "-o", "json");

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().lines())
                .containsExactly(
                        "plimsoll: %s:4: spec.maxReplicas '': is required; give a whole number from 1 to 100000"
                                .formatted(bad),
                        "plimsoll: %s:7: spec.maxReplica '10': there is no such field; did you mean maxReplicas?"
                                .formatted(bad),
                        "plimsoll: %s:1: kind 'Pod': choose from ScalingPolicy, Controller"
                                .formatted(worse),
                        "plimsoll: %s:1: apiVersion '': is required; choose from plimsoll.dev/v1alpha1"
                                .formatted(worse));
    }

    @Test
    void refusesWhatIsNoFileOfItsKind() throws IOException {
        String large = file("large.yaml", "#\n".repeat(2 << 20) + "#");
        String nowhere = folder.resolve("nowhere.yaml").toString();

        assertRefused(
                "file %s is larger than 4 MiB: give a smaller one".formatted(large), "-f", large);
        assertRefused("file %s does not exist: check the path".formatted(nowhere), "-f", nowhere);
        assertRefused("-f: file 'a?': give a path that this system knows", "-f", "a\0");
        assertRefused("-o: form 'html': choose from table, json", "-f", EXAMPLE, "-o", "html");
        assertRefused("Missing required option: '-f=FILE': see 'plimsoll validate --help'");
    }

    private static void assertRefused(String problem, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "validate";
        System.arraycopy(options, 0, arguments, 1, options.length);

        assertThat(Terminal.run(arguments))
                .isEqualTo(new Terminal(2, "", "plimsoll: " + problem + System.lineSeparator()));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
