// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import static dev.plimsoll.bench.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.bench.SchemaCheck;
import dev.plimsoll.control.Replay;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KillsCommandTest {
    @Test
    void theJsonKeepsToItsSchema() throws IOException {
        JsonNode root = new ObjectMapper().readTree(result(0, 0, 0).json());
        assertThat(SchemaCheck.of("bench-kills-v1").problems(root)).isEmpty();
        assertThat(root.get("actions").asInt()).isEqualTo(41);
        assertThat(root.get("records").asInt()).isEqualTo(500);
    }

    @Test
    void nothingMayBeLostOrDoubledOrLeftOpen() {
        assertThat(result(0, 0, 0).isWell()).isTrue();
        assertThat(result(1, 0, 0).isWell()).isFalse();
        assertThat(result(0, 1, 0).isWell()).isFalse();
        assertThat(result(0, 0, 1).isWell()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--count, 0, give 1 to 2000",
        "--count, 2001, give 1 to 2000",
        "--store, mysql, 'choose from h2, postgres'",
        "-o, xml, 'choose from table, json'"
    })
    void refusesWhatCannotBeDone(String option, String value, String mend) {
        assertRefused(new KillsCommand(System.out), option, value, mend);
    }

    private static KillsResult result(int lost, int doubled, int unfinished) {
        var replay = new Replay.Result(500, List.of());
        return new KillsResult("h2", 20, lost, doubled, 41, 3, 2, unfinished, replay);
    }
}
