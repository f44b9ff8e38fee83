// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.sim.backtest.BacktestSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsOptionsTest {
    @TempDir private Path folder;

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        assertThat(settings("").toString())
                .isEqualTo(
                        """
                        {"step":"5s","metrics-interval":"15s","metrics-delay":"15s",\
                        "lead-time":"40s","lead-time-spread":"0.25","peak-replicas":"50",\
                        "slo":"p95=250ms","concurrency":"4","service-time":"50ms","min":"1",\
                        "interpolation":"rough","violation-cost":"100.0","price-per-hour":"1.0",\
                        "warm-up":"0.3","max-days":"60","start":"2026-01-05T00:00:00Z",\
                        "seed":"1"}\
                        """);
    }

    @Test
    void theDefaultsAreThoseOfTheSettings() {
        assertThat(new SettingsOptions().settings()).isEqualTo(BacktestSettings.defaults(40));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --step 1s                        | step             | 1s
                    --step 15s                       | step             | 15s
                    --metrics-interval 30s           | metrics-interval | 30s
                    --metrics-delay 0s               | metrics-delay    | 0s
                    --lead-time 1.5m                 | lead-time        | 90s
                    --lead-time 0s                   | lead-time        | 0s
                    --lead-time 2500ms               | lead-time        | 2500ms
                    --lead-time-spread 0             | lead-time-spread | 0.0
                    --peak-replicas 3                | peak-replicas    | 3
                    --replica-capacity 120/s         | replica-capacity | 120.0/s
                    --replica-capacity 0.5           | replica-capacity | 0.5/s
                    --slo 300ms                      | slo              | p95=300ms
                    --slo p99=0.5s                   | slo              | p99=500ms
                    --slo p99.9=1s                   | slo              | p99.9=1000ms
                    --concurrency 8                  | concurrency      | 8
                    --service-time 20ms              | service-time     | 20ms
                    --min 2                          | min              | 2
                    --max 60                         | max              | 60
                    --interpolation hold             | interpolation    | hold
                    --violation-cost 10              | violation-cost   | 10.0
                    --price-per-hour 0               | price-per-hour   | 0.0
                    --warm-up 0                      | warm-up          | 0.0
                    --max-days 1                     | max-days         | 1
                    --start 2026-03-01T12:00+01:00   | start            | 2026-03-01T11:00:00Z
                    --seed -5                        | seed             | -5
                    # From a lead time of 120 s on, large models behind a lax objective.
                    --lead-time 119s                 | slo              | p95=250ms
                    --lead-time 120s                 | slo              | p95=10000ms
                    --lead-time 120s                 | service-time     | 2s
                    --lead-time 2m --slo 20s         | slo              | p95=20000ms
                    --lead-time 2m --slo 250ms --service-time 50ms | service-time | 50ms
                    """)
    void takesEveryOption(String options, String name, String value) {
        assertThat(settings(options).path(name).asText()).isEqualTo(value);
    }

    @Test
    void aCapacityTakesThePlaceOfAPeak() {
        assertThat(settings("--replica-capacity 9/s").has("peak-replicas")).isFalse();
    }

    @Test
    void theMostReplicasAreNotExceeded() {
        JsonNode run = run("--policy static:replicas=50 --max 20 --min 5 --price-per-hour 2.5");

        // 20 replicas in the 5000 s that are scored.
        assertThat(run.get("replicaHours").asDouble()).isEqualTo(20 * 5000 / 3600.0);
        assertThat(run.get("cost").asDouble()).isEqualTo(2.5 * 20 * 5000 / 3600.0);
    }

    @Test
    void theWarmUpIsNotScored() {
        JsonNode all = run("--policy static:replicas=5 --peak-replicas 5 --warm-up 0 --max 5");

        assertThat(all.get("replicaHours").asDouble())
                .isBetween(5 * 7100 / 3600.0, 5 * 7145 / 3600.0);
    }

    private JsonNode settings(String options) {
        return json("--policy oracle " + options).get("settings");
    }

    private JsonNode run(String options) {
        return json(options).get("runs").get(0);
    }

    private JsonNode json(String options) {
        List<String> arguments = new ArrayList<>(List.of("backtest", TraceFile.web(folder)));
        Arrays.stream(options.split(" ")).filter(word -> !word.isEmpty()).forEach(arguments::add);
        arguments.addAll(List.of("-o", "json"));
        return Terminal.succeed(arguments.toArray(String[]::new)).json();
    }
}
