// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.http.Request;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.fleet.AppliedOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fleet makes of its ledger. */
class LiveFleetTest {
    @TempDir private Path folder;

    @Test
    void goesOnFromItsLedgerAsIfItHadNeverStopped() {
        JsonNode before;
        try (FleetRig rig = rig()) {
            rig.passSeconds(20);
            rig.scale("a", 1, 14);
            rig.passSeconds(70);
            rig.scale("b", 2, 12);
            before = rig.get("/v1/inventory");
        }
        try (FleetRig rig = rig()) {
            assertThat(rig.get("/v1/inventory")).isEqualTo(before);
            assertThat(rig.scale("b", 2, 12)).isEqualTo(200);
            assertThat(rig.web().path("version").asLong()).isEqualTo(3);
            rig.passSeconds(5);
            assertThat(rig.get("/v1/time").path("now").asText()).isEqualTo("2026-01-05T00:01:35Z");
        }
    }

    @Test
    void refusesTheLedgerOfAScenarioThatHasChanged() throws IOException {
        try (FleetRig rig = rig()) {
            rig.scale("a", 1, 14);
        }
        String changed = FleetRig.STEADY.replace("initialReplicas: 10", "initialReplicas: 9");
        try (Ledger ledger = ledger()) {
            assertThatThrownBy(() -> new FleetRig(folder, changed, ledger))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("--ledger: actionId 'a': was not applied");
        }
        assertThat(Files.readAllLines(folder.resolve("ledger"))).hasSize(1);
    }

    @Test
    void carriesNothingOutThatCannotBeWrittenDown() {
        try (FleetRig rig = new FleetRig(folder, FleetRig.STEADY, new FullLedger())) {
            var answer = rig.send(Request.put(FleetRig.SCALE, FleetRig.order("a", 1, 1, 14)));
            assertThat(answer.status()).isEqualTo(507);
            assertThat(FleetRig.json(answer).path("refusal").asText()).isEqualTo("LedgerFailed");
            assertThat(rig.web().path("desired").asInt()).isEqualTo(10);
        }
    }

    private FleetRig rig() {
        return new FleetRig(folder, FleetRig.STEADY, ledger());
    }

    private Ledger ledger() {
        return LedgerFile.open(folder.resolve("ledger"), "web", 1, 1);
    }

    private static final class FullLedger implements Ledger {
        @Override
        public List<AppliedOrder> earlier() {
            return List.of();
        }

        @Override
        public void append(AppliedOrder order) {
            throw new LedgerException("ledger", new IOException("No space left on device"));
        }

        @Override
        public void sync() {}

        @Override
        public void close() {}
    }
}
