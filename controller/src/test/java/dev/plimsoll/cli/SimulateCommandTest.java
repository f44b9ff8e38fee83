// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.sim.scenario.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    private static final String SHORT =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: Scenario
            metadata: {name: short}
            spec:
              description: A short one. For tests.
              duration: 20m
              warmUp: 5m
              workload: {maxReplicas: 20}
              demand: {roughness: 5%, points: [{at: 0s, rate: 300/s}, {at: 20m, rate: 600/s}]}
              policies: [hpa, reactive]
            """;

    @TempDir private Path folder;

    @Test
    void listsTheBuiltInScenariosWithTheirFirstSentence() {
        String listed = Terminal.succeed("simulate").out();

        assertThat(listed)
                .contains("  flash-crowd               Five times the load within a minute, ")
                .doesNotContain("Nobody can foresee it")
                .contains(Gallery.NAMES);
        assertThat(Terminal.succeed("simulate", "--list").out()).isEqualTo(listed);
    }

    @Test
    void aBuiltInScenarioCanBeCopied() throws IOException {
        String shown = Terminal.succeed("simulate", "--show", "quorum").out();
        Path copy = Files.writeString(folder.resolve("quorum.yaml"), shown);

        assertThat(shown).isEqualTo(Gallery.text("quorum"));
        assertThat(simulate(copy.toString(), "--policy", "static", "-o", "json"))
                .isEqualTo(simulate("quorum", "--policy", "static", "-o", "json"));
    }

    @Test
    void aTableSaysWhatTheScenarioIsAboutAndWhatItsColumnsMean() {
        String table = simulate(file());

        assertThat(table)
                .startsWith("A short one.\nFor tests.\n\nshort     violated  ")
                .containsPattern("\nhpa +[0-9.]+%")
                .containsPattern("\nreactive +[0-9.]+%")
                .contains("\nblind: ", "\nalarms: ", "\nSettings: seed 1, duration 20m, warmUp 5m")
                .doesNotContain("quorum", "lost");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'kind: Sessions', lost", "'kind: Ordered, quorum: 2', no quorum"})
    void aTableShowsWhatTheStateCanLose(String state, String column) throws IOException {
        String text =
                SHORT.replace(
                        "{maxReplicas: 20}", "{maxReplicas: 20, state: {%s}}".formatted(state));
        Path file = Files.writeString(folder.resolve("state.yaml"), text);

        assertThat(simulate(file.toString())).containsPattern("alarms +" + column + "\n");
    }

    @Test
    void jsonHasTheDocumentedFields() {
        JsonNode root = Terminal.succeed("simulate", file(), "--seed", "7", "-o", "json").json();

        assertThat(root.get("schema").asText()).isEqualTo("plimsoll.dev/simulate/v1");
        assertThat(root.get("seed").asLong()).isEqualTo(7);
        assertThat(root.get("settings").get("leadTime").asText()).isEqualTo("40s");
        assertThat(root.get("settings").get("slo").asText()).isEqualTo("p95=250ms");
        assertThat(root.get("runs")).hasSize(2);
        JsonNode run = root.get("runs").get(0);
        assertThat(run.get("scenario").asText()).isEqualTo("short");
        assertThat(run.get("policy").asText()).isEqualTo("hpa");
        assertThat(run.get("knobs").get("target").asText()).isEqualTo("60");
        assertThat(run.has("trace")).isFalse();
        assertThat(run.get("scaleInsWithoutEvidence").asInt()).isZero();
        assertThat(run.has("regret100")).isTrue();
    }

    @Test
    void aPageCarriesWhatItDraws() {
        String page = simulate(file(), "-o", "html");

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("\"title\":\"Plimsoll simulation\"", "\"trace\":\"short\"")
                .contains("\"leadTime 40s\"");
    }

    @Test
    void aSeedGivesTheSameWithAnyNumberOfThreads() {
        String one = simulate(file(), "--seed", "3", "--threads", "1", "-o", "json");

        assertThat(simulate(file(), "--seed", "3", "--threads", "4", "-o", "json")).isEqualTo(one);
        assertThat(simulate(file(), "--seed", "4", "-o", "json")).isNotEqualTo(one);
    }

    @Test
    void tellsOfAllProblemsAtOnce() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("bad.yaml"),
                        SHORT.replace("20m\n", "20\n")
                                .replace("maxReplicas: 20", "minReplicas: 30, maxReplicas: 20")
                                .replace("hpa, ", "hppa, "));

        assertThat(Terminal.run("simulate", file.toString()))
                .isEqualTo(
                        refusal(
                                file
                                        + ":6: spec.duration '20': give whole seconds from 1m to"
                                        + " 7d, e.g. 5m or 2h",
                                file
                                        + ":8: spec.workload.minReplicas '30': give at most"
                                        + " spec.workload.maxReplicas, which is 20",
                                file
                                        + ":10: spec.policies[0] 'hppa': policy 'hppa': choose from"
                                        + " hpa, hybrid, hybrid-paper, keda, kpa, kpa-native,"
                                        + " load-index, manual, oracle, predictive, reactive,"
                                        + " static, threshold; hpa, keda, kpa and kpa-native also"
                                        + " as NAME:grid"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    flash-crwd             | SCENARIO: name 'flash-crwd': is neither built in nor a file; did you mean flash-crowd?
                    ./none.yaml            | file ./none.yaml does not exist: check the path
                    none.yml               | file none.yml does not exist: check the path
                    --show smoth           | --show: name 'smoth': is not built in; did you mean smooth?
                    smooth --policy hppa   | --policy: policy 'hppa': choose from hpa, hybrid, hybrid-paper, keda, kpa, kpa-native, load-index, manual, oracle, predictive, reactive, static, threshold; hpa, keda, kpa and kpa-native also as NAME:grid
                    smooth --policy hpa,hpa | --policy: policy 'hpa': name each policy once
                    smooth --seed x        | Invalid value for option '--seed': 'x' is not a whole number: see 'plimsoll simulate --help'
                    smooth --threads 0     | --threads: number '0': give 1 to 1024
                    smooth -o yaml         | -o: form 'yaml': choose from table, json, html
                    smooth shaky           | Unmatched argument at index 2: 'shaky': see 'plimsoll simulate --help'
                    """)
    void refusesWhatCannotBePlayed(String arguments, String problem) {
        String[] all =
                Stream.concat(Stream.of("simulate"), Arrays.stream(arguments.split(" ")))
                        .toArray(String[]::new);

        assertThat(Terminal.run(all)).isEqualTo(refusal(problem));
    }

    @Test
    void refusesAPolicyThatDecidesOnWhatCannotBeSeen() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("blind.yaml"),
                        SHORT.replace(
                                "[hpa, reactive]", "[reactive]\n  telemetry: {signals: [demand]}"));

        assertThat(Terminal.run("simulate", file.toString(), "--policy", "hpa,static"))
                .isEqualTo(
                        refusal(
                                "--policy: policy 'hpa': decides on utilization, which the"
                                        + " scenario's telemetry.signals lacks; leave the policy"
                                        + " out"));
    }

    @Test
    void saysWhereAScenarioEndsBeforeWhatIsOrderedIsReady() {
        String slow = SHORT.replace("  workload:", "  service: {leadTime: 30m}\n  workload:");
        Path file = folder.resolve("slow.yaml");

        Terminal terminal = Terminal.run("simulate", TraceFile.write(file, slow));

        assertThat(terminal.code()).isZero();
        assertThat(terminal.out()).contains("reactive");
        assertThat(terminal.err().strip())
                .isEqualTo(
                        "plimsoll: short lasts 20m, less than one lead time (spec.service.leadTime"
                                + " 30m): what is ordered is not ready before the end, so the"
                                + " scores say nothing of the policies");
    }

    private String file() {
        return TraceFile.write(folder.resolve("short.yaml"), SHORT);
    }

    private static String simulate(String... arguments) {
        return Terminal.succeed(
                        Stream.concat(Stream.of("simulate"), Arrays.stream(arguments))
                                .toArray(String[]::new))
                .out();
    }

    private static Terminal refusal(String... problems) {
        StringBuilder lines = new StringBuilder();
        List.of(problems)
                .forEach(line -> lines.append("plimsoll: " + line + System.lineSeparator()));
        return new Terminal(2, "", lines.toString());
    }
}
