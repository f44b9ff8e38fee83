// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.series;

import static dev.plimsoll.bench.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.bench.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SeriesCommandTest {
    private static String run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new SeriesCommand(out));
        line.setExecutionExceptionHandler((problem, _, _) -> {
            throw problem;
        });
        assertThat(line.execute(arguments)).isZero();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void jsonIsAsTheSchemaSaysAndAddsUp() throws IOException {
        JsonNode root =
                new ObjectMapper()
                        .readTree(
                                run(
                                        "--series",
                                        "3",
                                        "--threads",
                                        "2",
                                        "--sample-step",
                                        "5m",
                                        "-o",
                                        "json"));
        assertThat(SchemaCheck.of("bench-series-v1").problems(root)).isEmpty();
        assertThat(root.get("cycles").asLong()).isEqualTo(3 * 5760);
        assertThat(root.get("refits").asLong()).as("one a series and day").isEqualTo(3);
        assertThat(root.get("cpuMicrosPerCycle").asDouble()).isPositive();
        assertThat(root.get("stateKib").asDouble()).isBetween(5.0, 20.0);
    }

    @ParameterizedTest
    @CsvSource({
        "--series, 0, give 1 to 100000",
        "--threads, 65, give 1 to 64",
        "--sample-step, 20s, 'give 15s, 30s'",
        "--sample-step, 23m, up to 20m",
        "-o, xml, 'choose from table, json'"
    })
    void refusesWhatCannotBeMeasured(String option, String value, String mend) {
        assertRefused(new SeriesCommand(System.out), option, value, mend);
    }

    @Test
    void theTableNamesEveryFigure() {
        assertThat(run("--series", "1", "--threads", "1", "--sample-step", "20m"))
                .contains("CPU per series and cycle", "live heap per series", "p99");
    }
}
