// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestCommandTest {
    private static final String POLICIES = "static,hpa,predictive,oracle";
    private static final List<String> SCORES =
            List.of(
                    "underProvisioning",
                    "overProvisioning",
                    "underProvisionedTime",
                    "overProvisionedTime",
                    "instability",
                    "sloViolationRatio",
                    "slowRequestRatio",
                    "latencyMeanMs",
                    "latencyP99Ms",
                    "replicaHours",
                    "cost",
                    "overUtilizationEvents",
                    "allocationEfficiency",
                    "adaptations",
                    "scaleOuts",
                    "scaleIns",
                    "scaleInsWithoutEvidence",
                    "sessionsLost",
                    "quorumLostSeconds",
                    "takeBacks",
                    "alarms",
                    "regret10",
                    "regret100",
                    "regret1000");

    @TempDir private Path folder;

    @Test
    void printsATableOfEveryPolicyAndTheSettings() {
        Terminal terminal =
                backtest(
                        TraceFile.brief(folder, "web"),
                        "--policy",
                        POLICIES + ",hpa:grid",
                        "--interpolation",
                        "hold");

        List<String> lines = terminal.out().lines().toList();
        assertThat(lines.getFirst())
                .matches(
                        "web +violated +slow +mean ms +p99 ms +hours +regret10 +regret100"
                                + " +regret1000 +changes");
        assertThat(lines.subList(2, 7))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("static", "hpa", "predictive", "oracle", "hpa:grid");
        assertThat(lines.get(6)).startsWith("hpa:grid (best here: hpa:stabilization=");
        assertThat(lines.get(5)).matches("oracle +0\\.000% .* 0\\.005 +0\\.005 +0\\.005 +\\d+");
        assertThat(lines.getLast())
                .startsWith("Settings: --step 5s  --metrics-interval 15s  --metrics-delay 15s")
                .contains("--peak-replicas 50", "--slo p95=250ms", "--warm-up 0.3", "--seed 1");
        assertThat(terminal.out()).doesNotContain("geometric mean");
    }

    @Test
    void comparesPoliciesOverSeveralTraces() {
        Terminal terminal =
                backtest(
                        TraceFile.web(folder, "one"),
                        TraceFile.web(folder, "two"),
                        "--policy",
                        "static,oracle",
                        "--interpolation",
                        "linear");

        assertThat(terminal.out()).contains("one ", "two ");
        List<String> lines = terminal.out().lines().toList();
        int means = indexOfLineStarting(lines, "geometric mean");
        assertThat(lines.get(means)).matches("geometric mean +regret10 +regret100 +regret1000");
        assertThat(lines.get(means + 2)).startsWith("static");
        assertThat(lines.get(means + 3)).matches("oracle +0\\.005 +0\\.005 +0\\.005");
        // The traces are alike, so the mean is what each of them has.
        String regret = lines.get(means + 2).replaceFirst("static +(\\S+) .*", "$1");
        assertThat(lines.get(2)).startsWith("static").contains(" " + regret + " ");
    }

    @Test
    void comparesTheUsualPoliciesWhereNoneIsNamed() {
        JsonNode runs = backtest(TraceFile.web(folder), "-o", "json").json().get("runs");

        assertThat(runs.findValuesAsText("policy"))
                .containsExactly(
                        "static", "hpa", "keda", "kpa", "reactive", "predictive", "oracle");
    }

    @Test
    void printsJsonWithEveryScore() {
        JsonNode root =
                backtest(
                                TraceFile.brief(folder, "web"),
                                "-o",
                                "json",
                                "--seed",
                                "7",
                                "--interpolation",
                                "hold",
                                "--policy",
                                POLICIES + ",hpa:grid")
                        .json();

        assertThat(root.get("schema").asText()).isEqualTo("plimsoll.dev/backtest/v1");
        assertThat(root.get("seed").asLong()).isEqualTo(7);
        assertThat(root.get("settings").get("seed").asText()).isEqualTo("7");
        assertThat(root.get("runs")).hasSize(5);
        for (JsonNode run : root.get("runs")) {
            assertThat(names(run)).startsWith("trace", "policy", "knobs", "tuned");
            assertThat(names(run).subList(4, names(run).size())).isEqualTo(SCORES);
            assertThat(run.get("trace").asText()).isEqualTo("web");
            SCORES.forEach(score -> assertThat(run.get(score).isNumber()).as(score).isTrue());
        }
        JsonNode hpa = root.get("runs").get(1);
        JsonNode grid = root.get("runs").get(4);
        assertThat(hpa.get("knobs").get("target").asText()).isEqualTo("60");
        assertThat(hpa.get("tuned").asBoolean()).isFalse();
        assertThat(grid.get("policy").asText()).isEqualTo("hpa");
        assertThat(grid.get("tuned").asBoolean()).isTrue();
        assertThat(grid.get("regret100").asDouble())
                .isLessThanOrEqualTo(hpa.get("regret100").asDouble());
    }

    @Test
    void leavesOutScoresThatCannotBeComputed() {
        Terminal json =
                backtest(
                        TraceFile.idle(folder),
                        "--replica-capacity",
                        "10/s",
                        "--policy",
                        "static,oracle",
                        "-o",
                        "json");

        assertThat(json.out()).doesNotContain("NaN", "Infinity", "null");
        for (JsonNode run : json.json().get("runs")) {
            assertThat(names(run))
                    .contains("replicaHours", "adaptations", "overProvisioning")
                    .doesNotContain(
                            "sloViolationRatio",
                            "slowRequestRatio",
                            "latencyMeanMs",
                            "latencyP99Ms",
                            "regret10",
                            "regret100",
                            "regret1000");
        }
        Terminal table =
                backtest(
                        TraceFile.idle(folder), "--replica-capacity", "10/s", "--policy", "static");
        assertThat(table.out().lines().toList().get(2))
                .matches("static +- +- +- +- +\\d+\\.\\d +- +- +- +0");
    }

    @Test
    void saysHowMuchOfALongTraceIsReplayed() {
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int hour = 0; hour < 60; hour++) {
            rows.append(hour * 3600).append(",5\n");
        }
        String file = TraceFile.write(folder.resolve("long.csv"), rows.toString());

        assertThat(Terminal.run("backtest", file, "--policy=static", "--max-days=2").err().strip())
                .isEqualTo("plimsoll: of long the last 2 of 2.5 days are replayed (--max-days)");
        backtest(file, "--policy=static", "--max-days=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html"})
    void printsTheSameBytesWhateverTheThreads(String form) {
        String[] arguments = {
            TraceFile.brief(folder, "one"),
            TraceFile.brief(folder, "two"),
            "-o",
            form,
            "--policy",
            "hpa,predictive,hybrid,hybrid:forecaster=sarima,hybrid-paper:forecaster=svr,oracle"
        };

        String alone = backtest(with(arguments, "--threads", "1")).out();

        assertThat(backtest(with(arguments, "--threads", "2")).out()).isEqualTo(alone);
        assertThat(backtest(with(arguments)).out()).isEqualTo(alone);
    }

    @Test
    void aForecasterIsSetForAllWhoTakeOne() {
        JsonNode runs =
                backtest(
                                TraceFile.brief(folder, "web"),
                                "-o",
                                "json",
                                "--policy",
                                "hybrid,hybrid-paper,hybrid:forecaster=naive,load-index,"
                                        + "manual:mon-fri/0-1=30:else=peak",
                                "--forecaster",
                                "holt-winters")
                        .json()
                        .get("runs");

        assertThat(runs.findValuesAsText("policy"))
                .containsExactly("hybrid", "hybrid-paper", "hybrid", "load-index", "manual");
        assertThat(runs.findValuesAsText("forecaster"))
                .containsExactly("holt-winters", "holt-winters", "naive");
        assertThat(runs.get(4).get("knobs").get("else").asText()).isEqualTo("50");
        assertThat(names(runs.get(3).get("knobs")))
                .containsExactly("alpha", "beta", "gamma", "lower", "upper");
        assertThat(runs).allMatch(run -> hours(run) > 0);
    }

    @Test
    void refusesAForecasterThatNobodyTakes() {
        Terminal terminal =
                Terminal.run(
                        "backtest",
                        TraceFile.brief(folder, "web"),
                        "--policy=hpa",
                        "--forecaster=naive");

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err())
                .contains("--forecaster: forecaster 'naive': no policy takes one; add hybrid");
    }

    @Test
    void anotherSeedIsAnotherDay() {
        String[] arguments = {TraceFile.web(folder), "--policy", "hpa", "-o", "json"};

        assertThat(scores(backtest(with(arguments, "--seed", "1"))))
                .isNotEqualTo(scores(backtest(with(arguments, "--seed", "2"))));
    }

    @Test
    void writesWhatEachPolicyWantedOneRowADecision() throws IOException {
        Path plans = folder.resolve("new/plans");

        Terminal terminal =
                Terminal.run(
                        "backtest",
                        TraceFile.web(folder, "one"),
                        TraceFile.web(folder, "two"),
                        "--policy",
                        "static:replicas=60,hpa:target=70,oracle",
                        "--plans",
                        plans.toString());

        assertThat(terminal.code()).isZero();
        assertThat(terminal.err().strip()).isEqualTo("plimsoll: wrote 6 plans to " + plans);
        try (Stream<Path> files = Files.list(plans)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "one_L40_static.csv",
                            "one_L40_hpa.csv",
                            "one_L40_oracle.csv",
                            "two_L40_static.csv",
                            "two_L40_hpa.csv",
                            "two_L40_oracle.csv");
        }
        List<String> rows = Files.readAllLines(plans.resolve("one_L40_hpa.csv"));
        assertThat(rows.getFirst()).isEqualTo("timestamp_s,replicas");
        // The last sample is at 7140 s; a decision every 15 s.
        assertThat(rows).hasSize(1 + 7140 / 15 + 1);
        for (int row = 1; row < rows.size(); row++) {
            assertThat(rows.get(row)).matches(15 * (row - 1) + ",[1-9]\\d*");
        }
        List<String> fixed = Files.readAllLines(plans.resolve("two_L40_static.csv"));
        assertThat(fixed.subList(fixed.size() - 100, fixed.size()))
                .allMatch(row -> row.endsWith(",60"));
    }

    @Test
    void namesPlansByTheirLeadTimeAndWritesOverOldOnes() throws IOException {
        Path plan = folder.resolve("web_L180_static.csv");
        Files.writeString(plan, "old");

        Terminal terminal =
                Terminal.run(
                        "backtest",
                        TraceFile.web(folder),
                        "--policy=static",
                        "--lead-time=3m",
                        "--step=10s",
                        "--metrics-interval=20s",
                        "--metrics-delay=0s",
                        "--plans=" + folder);

        assertThat(terminal.err().strip()).isEqualTo("plimsoll: wrote 1 plan to " + folder);
        // Steps of 10 s make a cycle of 20 s.
        assertThat(Files.readAllLines(plan)).hasSize(1 + 7140 / 20 + 1).contains("7140,50");
    }

    @Test
    void aGapIsNotAnAbsenceOfLoad() {
        JsonNode gap = runs(TraceFile.gap(folder, 60, 90));
        JsonNode zeros = runs(TraceFile.zeros(folder, 60, 90));

        // The half hour is not scored where it is a gap, and costs 25 hours of a fixed 50.
        assertThat(hours(zeros.get(0)) - hours(gap.get(0))).isCloseTo(25, within(1e-9));
        assertThat(gap.get(0).get("overProvisioning").asDouble())
                .isLessThan(zeros.get(0).get("overProvisioning").asDouble() / 10);
        // Seen as zeros it is a reason to take replicas away; unseen it is none.
        assertThat(gap.get(1).get("scaleIns").asInt())
                .isLessThan(zeros.get(1).get("scaleIns").asInt());
        assertThat(hours(gap.get(2))).isNotEqualTo(hours(zeros.get(2)));
    }

    private JsonNode runs(String trace) {
        return backtest(
                        trace,
                        "-o",
                        "json",
                        "--policy",
                        "static,reactive,oracle",
                        "--interpolation",
                        "hold")
                .json()
                .get("runs");
    }

    private static double hours(JsonNode run) {
        return run.get("replicaHours").asDouble();
    }

    private static JsonNode scores(Terminal terminal) {
        return terminal.json().get("runs");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static int indexOfLineStarting(List<String> lines, String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no line starts with " + start + ": " + lines);
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static Terminal backtest(String... arguments) {
        return Terminal.succeed(with(new String[] {"backtest"}, arguments));
    }
}
