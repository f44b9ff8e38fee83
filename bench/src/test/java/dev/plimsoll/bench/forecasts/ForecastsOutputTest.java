// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.bench.SchemaCheck;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastsOutputTest {
    private static final Comparison COMPARISON =
            new Comparison(
                    List.of("auto"),
                    List.of(
                            new Pair(
                                    Examples.course("web_wc98_a"),
                                    Horizon.TWO_HOURS,
                                    "auto",
                                    Examples.accuracy(1, 0.9, 120),
                                    new Cost(2500, 50)),
                            Examples.pair("web_wc98_a", Horizon.TWO_HOURS, "AutoTheta", 2),
                            Examples.pair("cpu_azure2019_fleet", Horizon.DAY, "auto", 3)),
                    List.of(new Comparison.Failure("cpu_azure2019_fleet", "AutoTheta", "no")),
                    List.of("cpu_short"));

    private static JsonNode json() throws IOException {
        return new ObjectMapper().readTree(ForecastsJson.render(COMPARISON));
    }

    @Test
    void jsonHasEveryPairAndTheSummaryOfOurs() throws IOException {
        JsonNode root = json();
        assertThat(root.get("schema").asText()).isEqualTo("plimsoll.dev/bench-forecasts/v1");
        assertThat(root.at("/pairs/0").toString())
                .isEqualTo(
                        "{\"trace\":\"web_wc98_a\",\"heldBack\":true,\"horizonSeconds\":7200,"
                                + "\"model\":\"auto\",\"mase\":1.0,\"wql\":0.1,\"coverage90\":0.9,"
                                + "\"intervalScore\":10.0,\"windows\":120,\"disjointWindows\":120,"
                                + "\"cpuMicros\":2500.0,\"warmCpuMicros\":50.0}");
        assertThat(root.get("pairs")).hasSize(3);
        assertThat(root.at("/failures/0/reason").asText()).isEqualTo("no");
        assertThat(root.at("/tooShort/0").asText()).isEqualTo("cpu_short");
        assertThat(root.at("/summary/maseRatio").asDouble()).isEqualTo(0.5);
        assertThat(root.at("/summary/bestPeer").asText()).isEqualTo("AutoTheta");
        assertThat(root.at("/summary/parts").findValuesAsText("part"))
                .containsExactly("all", "held-back", "rest");
    }

    @Test
    void jsonJudgesCellsWithEnoughWindowsOnly() throws IOException {
        JsonNode coverage = json().at("/summary/parts/0/coverage");
        assertThat(coverage).hasSize(3);
        assertThat(coverage.get(0).has("ok")).isFalse();
        assertThat(coverage.get(1).get("ok").asBoolean()).isTrue();
        assertThat(coverage.get(2).get("model").asText()).isEqualTo("peers");
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        JsonNode json = json();
        assertThat(SchemaCheck.of("bench-forecasts-v1").problems(json)).isEmpty();
        ((ObjectNode) json.at("/pairs/1")).remove("heldBack");
        assertThat(SchemaCheck.of("bench-forecasts-v1").problems(json))
                .containsExactly("/pairs/1 has no heldBack");
    }

    @Test
    void theTableComparesTraceByTraceAndInAll() {
        String table = ForecastsReport.text(COMPARISON);
        assertThat(table)
                .contains("auto / AutoTheta, trace by trace")
                .containsPattern(
                        "web_wc98_a \\(held back\\) +2h +120 +120 +1\\.000 / 2\\.000 +0\\.1000 /"
                                + " 0\\.2000 +10\\.00 / 20\\.00 +90\\.0 % / 90\\.0 %")
                .containsPattern("cpu_azure2019_fleet +1d +20 +20 +3\\.000 / - ")
                .containsPattern("web +2h +auto +90\\.0 % +120 +90 ± 7\\.5 % +ok\n")
                .containsPattern("cpu +1d +auto +90\\.0 % +20 +90 ± 14\\.0 % +n < 100, not judged")
                .containsPattern("auto +1 +0\\.5000 +0\\.5000 +0\\.5000 +100\\.0 % +1\\.75 +0\\.05")
                .containsPattern("best peer in hindsight +1 +1\\.000 ")
                .contains("Best peer: AutoTheta.")
                .contains("Too short to be forecast from ten origins: cpu_short\n")
                .contains("No forecast of cpu_azure2019_fleet by AutoTheta: no\n");
    }

    @Test
    void aPartWithoutTracesHasNoTable() {
        Comparison held =
                new Comparison(
                        List.of("auto"),
                        List.of(Examples.pair("web_wc98_a", Horizon.DAY, "auto", 2)),
                        List.of(),
                        List.of());
        assertThat(ForecastsReport.text(held))
                .contains("means: all traces\n", "means: the third held back\n")
                .doesNotContain("the other traces", "Best peer:");
    }

    @Test
    void markdownHasTheSameTables() {
        String markdown = ForecastsReport.markdown(COMPARISON);
        assertThat(markdown)
                .contains("### Over AutoTheta, geometric means: the third held back\n\n| model |")
                .contains("|---|--:|--:|--:|--:|--:|--:|--:|\n")
                .contains("| web | 2h | peers | 90.0 % | 20 | 90 ± 14.0 % | n < 100, not judged |");
        assertThat(markdown.lines().filter(line -> line.startsWith("### "))).hasSize(7);
    }
}
