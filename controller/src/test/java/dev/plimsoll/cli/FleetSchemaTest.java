// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.http.Exchange;
import dev.plimsoll.http.Request;
import dev.plimsoll.server.fleet.FleetRig;
import dev.plimsoll.server.fleet.LedgerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fleet says keeps to the schemas in docs. */
class FleetSchemaTest {
    @TempDir private Path folder;

    @Test
    void everyAnswerAndTheLedgerKeepToTheirSchemas() throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        try (FleetRig rig =
                new FleetRig(folder, FleetRig.STEADY, LedgerFile.open(file, "web", 1, 1))) {
            rig.passSeconds(60);
            assertKeeps("fleet-time-v1", ask(rig, Request.get("/v1/time")));
            assertThat(ask(rig, Request.get("/v1/time")).has("end")).isTrue();
            assertKeeps("fleet-scaled-v1", ask(rig, order(1)));
            assertKeeps("fleet-refusal-v1", ask(rig, order(0)));
            assertKeeps("fleet-inventory-v1", ask(rig, Request.get("/v1/inventory")));
            assertKeeps("fleet-readings-v1", ask(rig, Request.get("/v1/readings")));
        }
        assertKeeps("fleet-ledger-v1", Terminal.json(Files.readString(file)));
    }

    @Test
    void whatRepeatsHasNoEnd() {
        try (FleetRig rig = new FleetRig(folder)) {
            rig.repeat();
            JsonNode time = ask(rig, Request.get("/v1/time"));
            assertKeeps("fleet-time-v1", time);
            assertThat(time.has("end")).isFalse();
        }
    }

    private static void assertKeeps(String schema, JsonNode json) {
        assertThat(SchemaCheck.problems(SchemaCheck.schema(schema), json)).as(schema).isEmpty();
    }

    private static JsonNode ask(FleetRig rig, Request request) {
        Exchange.Answered answer = FleetRig.send(rig.socket(), request);
        return Terminal.json(answer.body());
    }

    private static Request order(long epoch) {
        return Request.put(
                FleetRig.SCALE,
                "{\"actionId\":\"a\",\"epoch\":%d,\"version\":1,\"to\":11}".formatted(epoch));
    }
}
