// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class HistoryRowTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void decisionsThatDifferInNumbersAloneAreOneRowWithTheReasonOfTheLast() {
        HistoryRow row = new HistoryRow(waiting(19, "it moves 58.4 % of the replicas"));
        assertThat(row.absorbs(new HistoryRow(waiting(17, "it moves 41.7 % of the replicas"))))
                .isTrue();
        assertThat(row.what()).isEqualTo("awaitingApproval, 2 times");
        assertThat(row.replicas()).isEqualTo("12 (17 to 19)");
        assertThat(row.why()).isEqualTo("demand; it moves 41.7 % of the replicas");
    }

    @Test
    void decisionsOfAnotherReasonOrDirectionAreRowsOfTheirOwn() {
        HistoryRow row = new HistoryRow(waiting(19, "it moves 58.4 % of the replicas"));
        assertThat(row.absorbs(new HistoryRow(waiting(19, "a window is closed")))).isFalse();
        assertThat(row.absorbs(new HistoryRow(waiting(8, "it moves 58.4 % of the replicas"))))
                .isFalse();
        assertThat(row.what()).isEqualTo("awaitingApproval");
    }

    @Test
    void whatPeopleSayIsNeverTakenForTheSame() {
        HistoryRow row = new HistoryRow(said("deploy 41"));
        assertThat(row.absorbs(new HistoryRow(said("deploy 42")))).isFalse();
    }

    private static ObjectNode waiting(int proposed, String sentence) {
        return MAPPER.createObjectNode()
                .put("kind", "decision")
                .put("at", "2026-01-05T00:00:00Z")
                .put("verdict", "awaitingApproval")
                .put("current", 12)
                .put("proposed", proposed)
                .put("because", "demand")
                .put("sentence", sentence);
    }

    private static ObjectNode said(String why) {
        return MAPPER.createObjectNode()
                .put("kind", "instruction")
                .put("at", "2026-01-05T00:00:00Z")
                .put("verb", "pause")
                .put("who", "ann")
                .put("why", why);
    }
}
