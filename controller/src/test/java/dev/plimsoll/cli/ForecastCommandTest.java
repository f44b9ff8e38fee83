// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastCommandTest {
    @TempDir private Path folder;

    private static final String SHORT =
            "2 h of history are less than two days: a daily pattern cannot be told from a trend"
                    + " yet";

    @Test
    void printsATableOfEveryModelAndTheBands() {
        Terminal terminal = Terminal.succeed("forecast", TraceFile.web(folder));

        List<String> all = terminal.out().lines().toList();
        assertThat(all.subList(1, 3)).containsExactly("Symptoms:", "  " + SHORT);
        List<String> lines = Stream.concat(all.stream().limit(1), all.stream().skip(3)).toList();
        assertThat(lines.getFirst()).matches("web: 120 samples of 1m\\. Forecast by ensemble.*");
        assertThat(lines.get(2)).matches("model +horizon +windows +MASE +wQL +coverage of 90 %");
        assertThat(lines.subList(4, 10))
                .extracting(line -> line.replaceFirst("(\\S+) +(\\S+) +(\\S+) .*", "$1 $2 $3"))
                .endsWith(
                        "naive 5m 40",
                        "naive 30m 40",
                        "seasonal-naive 5m 40",
                        "seasonal-naive 30m 40");
        assertThat(lines.get(11)).startsWith("wQL (loss over the mean demand): of two models");
        assertThat(lines.get(14)).isEqualTo("Every 2nd of 30 steps:");
        assertThat(lines.get(15)).matches("time +q05 +q25 +q50 +q75 +q95");
        // The last sample is that of 01:59.
        assertThat(lines.get(17)).startsWith("2026-01-05T02:01:00Z ");
        assertThat(lines.get(17 + 14)).startsWith("2026-01-05T02:29:00Z ");
        assertThat(lines).hasSize(17 + 15 + 1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "24m, '', 02:00, 02:23, 24",
        "25m, Every 2nd of 25 steps:, 02:00, 02:24, 13",
        "26m, Every 2nd of 26 steps:, 02:01, 02:25, 13",
    })
    void saysWhichStepsItShowsAndEndsWithTheLast(
            String horizon, String thinning, String first, String last, int rows) {
        Terminal terminal =
                Terminal.succeed("forecast", TraceFile.web(folder), "--horizon", horizon);

        List<String> lines =
                terminal.out().lines().dropWhile(line -> !line.startsWith("time ")).toList();
        assertThat(lines.subList(2, lines.size() - 1)).hasSize(rows);
        assertThat(lines.get(2)).startsWith("2026-01-05T%s:00Z ".formatted(first));
        assertThat(lines.get(1 + rows)).startsWith("2026-01-05T%s:00Z ".formatted(last));
        assertThat(terminal.out()).contains("\n" + thinning + "\ntime");
    }

    @ParameterizedTest
    @CsvSource({"264, 11th", "480, 20th", "504, 21st", "528, 22nd", "2664, 111th"})
    void numbersTheSteps(int steps, String ordinal) {
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int i = 0; i < 3000; i++) {
            rows.append(i).append(',').append(5 + i % 7).append('\n');
        }
        String file = TraceFile.write(folder.resolve("long.csv"), rows.toString());

        assertThat(
                        Terminal.succeed(
                                        "forecast",
                                        file,
                                        "--model=naive",
                                        "--horizon=" + steps + "s")
                                .out())
                .contains("Every %s of %d steps:".formatted(ordinal, steps));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "naive", "seasonal-naive", "holt-winters"})
    void printsJsonWithBandsInOrder(String model) {
        JsonNode root =
                Terminal.succeed(
                                "forecast",
                                TraceFile.web(folder),
                                "--model",
                                model,
                                "--horizon",
                                "10m",
                                "-o",
                                "json")
                        .json();

        assertThat(root.get("schema").asText()).isEqualTo("plimsoll.dev/forecast/v1");
        assertThat(root.get("trace").asText()).isEqualTo("web");
        assertThat(root.get("stepSeconds").asDouble()).isEqualTo(60);
        assertThat(root.get("model").asText()).matches(model.equals("auto") ? "\\S+" : model);
        assertThat(shares(root)).isCloseTo(1, within(1e-9));
        assertThat(root.get("origins")).hasSize(40);
        assertThat(root.get("origins").get(39).asText()).isEqualTo("2026-01-05T01:49:00Z");
        assertThat(root.get("horizons").findValuesAsText("horizonSeconds"))
                .containsExactly("300.0", "600.0");
        for (JsonNode horizon : root.get("horizons")) {
            assertThat(horizon.get("windows").asInt()).isEqualTo(40);
            assertThat(horizon.get("mase").asDouble()).isPositive();
            assertThat(horizon.get("wql").asDouble()).isBetween(0.0, 1.0);
            assertThat(horizon.get("coverage90").asDouble()).isBetween(0.0, 1.0);
        }
        assertThat(root.get("forecast")).hasSize(10);
        assertThat(root.get("forecast").get(0).get("timestamp").asText())
                .isEqualTo("2026-01-05T02:00:00Z");
        for (JsonNode step : root.get("forecast")) {
            assertThat(step.get("origin").asText()).isEqualTo("2026-01-05T01:59:00Z");
            assertThat(
                            List.of(
                                    q(step, "q05"),
                                    q(step, "q25"),
                                    q(step, "q50"),
                                    q(step, "q75"),
                                    q(step, "q95")))
                    .isSorted()
                    .allMatch(value -> value >= 0);
        }
        assertThat(root.get("symptoms")).hasSize(1);
        assertThat(root.at("/symptoms/0").asText()).isEqualTo(SHORT);
    }

    @Test
    void autoIsSeenBesideTheNaiveOnesAndAModelAskedForAlone() {
        String auto = Terminal.succeed("forecast", TraceFile.web(folder)).out();
        String alone =
                Terminal.succeed("forecast", TraceFile.web(folder), "--model", "holt-winters")
                        .out();

        assertThat(auto).contains("\nnaive ", "\nseasonal-naive ");
        assertThat(alone).doesNotContain("\nnaive ", "\nseasonal-naive ");
    }

    @Test
    void jsonIsAsItsSchemaSays() {
        JsonNode schema = SchemaCheck.schema("forecast-v1");
        JsonNode gap = json(TraceFile.gap(folder, 90, 100));

        assertThat(SchemaCheck.problems(schema, gap)).isEmpty();
        ((ObjectNode) gap.get("models").get(0)).put("share", 1.5);
        ((ObjectNode) gap.get("forecast").get(3)).remove("origin");
        assertThat(SchemaCheck.problems(schema, gap))
                .containsExactly(
                        "/models/0/share is 1.5, more than 1", "/forecast/3 has no origin");
    }

    @Test
    void missingSamplesAreASymptomAndNotZeros() {
        JsonNode gap = json(TraceFile.gap(folder, 90, 100));
        JsonNode zeros = json(TraceFile.zeros(folder, 90, 100));

        assertThat(gap.get("symptoms")).hasSize(2);
        assertThat(gap.get("symptoms").get(1).asText()).contains("10 samples missing");
        assertThat(zeros.get("symptoms").toString()).doesNotContain("missing");
        assertThat(gap.get("horizons")).isNotEqualTo(zeros.get("horizons"));
        assertThat(Terminal.succeed("forecast", TraceFile.gap(folder, 90, 100)).out())
                .startsWith("gap: 110 samples of 1m, 10 missing. Forecast by ")
                .contains("\nSymptoms:\n", "10 samples missing");
    }

    @ParameterizedTest(name = "{0} samples")
    @CsvSource({"48, 10", "49, 10", "50, 11", "107, 39", "108, 40", "109, 40"})
    void aShortTraceHasFewerOrigins(int samples, int origins) {
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int i = 0; i < samples; i++) {
            rows.append(i * 60).append(',').append(5 + i % 7).append('\n');
        }

        assertThat(json(TraceFile.write(folder.resolve("s.csv"), rows.toString())).get("origins"))
                .hasSize(origins);
    }

    @Test
    void leavesOutScoresThatCannotBeComputed() {
        JsonNode root = json(TraceFile.idle(folder));

        for (JsonNode horizon : root.get("horizons")) {
            assertThat(horizon.has("mase")).isFalse();
            assertThat(horizon.has("wql")).isFalse();
            assertThat(horizon.get("coverage90").asDouble()).isEqualTo(1);
        }
        assertThat(Terminal.succeed("forecast", TraceFile.idle(folder)).out())
                .containsPattern("naive +5m +40 +- +- +100\\.000 %");
    }

    @Test
    void timesAreThoseOfTheTrace() {
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int i = 0; i < 120; i++) {
            rows.append("2025-06-01T%02d:%02d:00+02:00,%d\n".formatted(i / 60, i % 60, 5 + i % 7));
        }
        String file = TraceFile.write(folder.resolve("dated.csv"), rows.toString());

        assertThat(json(file).get("forecast").get(0).get("timestamp").asText())
                .isEqualTo("2025-06-01T00:00:00Z");
    }

    @Test
    void secondsSince1970AreDates() {
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int i = 0; i < 120; i++) {
            rows.append("%d,%d\n".formatted(1_748_728_800 + 60 * i, 5 + i % 7));
        }
        String file = TraceFile.write(folder.resolve("epoch.csv"), rows.toString());

        assertThat(json(file).get("forecast").get(0).get("timestamp").asText())
                .isEqualTo("2025-06-01T00:00:00Z");
    }

    @Test
    void horizonsAreWrittenAsTheyAreGiven() {
        StringBuilder rows = new StringBuilder("timestamp_s,value\n");
        for (int i = 0; i < 120; i++) {
            rows.append(i * 45).append(',').append(5 + i % 7).append('\n');
        }
        String file = TraceFile.write(folder.resolve("fast.csv"), rows.toString());

        assertThat(Terminal.succeed("forecast", file, "--horizon", "90s").out())
                .contains("fast: 120 samples of 45s.")
                .containsPattern("naive +90s +40 ");
    }

    private static double shares(JsonNode root) {
        return root.get("models").findValues("share").stream()
                .mapToDouble(JsonNode::asDouble)
                .sum();
    }

    private static JsonNode json(String file) {
        return Terminal.succeed("forecast", file, "-o", "json").json();
    }

    private static double q(JsonNode step, String name) {
        return step.get(name).asDouble();
    }
}
