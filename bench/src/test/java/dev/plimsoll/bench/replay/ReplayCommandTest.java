// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

import static dev.plimsoll.bench.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.bench.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReplayCommandTest {
    @Test
    void everythingIsDecidedAlikeOnceMore() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String[] arguments = {
            "--scenarios", "flash-crowd,quorum", "--hours", "1", "--life", "6", "-o", "json"
        };
        assertThat(new CommandLine(new ReplayCommand(out)).execute(arguments)).isZero();
        JsonNode root = new ObjectMapper().readTree(bytes.toString(StandardCharsets.UTF_8));
        assertThat(SchemaCheck.of("bench-replay-v1").problems(root)).isEmpty();
        assertThat(root.get("records").asInt()).isGreaterThan(2 * 4 * 200);
        assertThat(root.get("restarts").asInt()).isGreaterThan(5);
        assertThat(root.get("differences").asInt()).isZero();
    }

    @Test
    void theTableSaysItOfEachScenarioAndOfAll() {
        var result =
                new ReplayResult(
                        List.of(
                                new ReplayResult.Row("daily", 4, 3, 100, 0),
                                new ReplayResult.Row("quorum", 4, 2, 50, 1)));
        assertThat(result.isWell()).isFalse();
        assertThat(result.table())
                .containsPattern("daily +4 +3 +100 +0\n")
                .containsPattern("quorum +4 +2 +50 +1\n")
                .containsPattern("all +5 +150 +1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--hours, 0, give 1 to 48",
        "--hours, 49, give 1 to 48",
        "--life, 0, give 1 to 1440",
        "--scenarios, dayly, is not built in",
        "-o, xml, 'choose from table, json'"
    })
    void refusesWhatCannotBePlayed(String option, String value, String mend) {
        assertRefused(new ReplayCommand(System.out), option, value, mend);
    }
}
