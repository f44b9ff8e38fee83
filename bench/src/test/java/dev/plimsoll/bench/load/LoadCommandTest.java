// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import static dev.plimsoll.bench.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.bench.SchemaCheck;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadCommandTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void measuresAControllerThatComesAndGoes() throws IOException, InterruptedException {
        Timetable times = new Timetable(Duration.ofMinutes(20), Duration.ofMinutes(6));
        LoadResult result = new LoadRun(20, 60, times).measure();
        JsonNode root = new ObjectMapper().readTree(result.json());
        assertThat(SchemaCheck.of("bench-load-v1").problems(root)).isEmpty();
        assertThat(root.get("workloads").asInt()).isEqualTo(20);
        assertThat(root.get("cycles").asInt()).isPositive();
        assertThat(root.get("orders").asInt()).as("demand goes up by a half").isPositive();
        assertThat(root.get("journalBytesPerDay").asDouble()).isPositive();
        assertThat(root.get("rssMiB").asDouble()).isBetween(30.0, 2000.0);
        assertThat(root.get("readyAfterKillMs").asDouble()).isPositive();
        assertThat(result.table())
                .contains("a planning cycle, p99", "from the signal to the action, p50")
                .contains("start until ready, after SIGKILL");
    }

    @ParameterizedTest
    @CsvSource({
        "--workloads, 0, give 1 to 10000",
        "--workloads, 10001, give 1 to 10000",
        "--minutes, 0, give 1 to 1440",
        "-o, xml, 'choose from table, json'"
    })
    void refusesWhatCannotBeMeasured(String option, String value, String mend) {
        assertRefused(new LoadCommand(System.out), option, value, mend);
    }
}
