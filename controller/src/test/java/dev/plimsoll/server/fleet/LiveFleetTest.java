// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.http.Request;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.fleet.AppliedOrder;
import dev.plimsoll.sim.fleet.Copies;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.fleet.ScaleAnswer;
import dev.plimsoll.sim.fleet.ScaleOrder;
import dev.plimsoll.sim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void ordersThatComeAtTheSameTimeAreAllInTheLedger() throws Exception {
        Scenario web = ScenarioReader.read(new Source("web.yaml", FleetRig.STEADY));
        try (Ledger ledger = LedgerFile.open(folder.resolve("ledger"), "web", 1, 40);
                var orderers = Executors.newVirtualThreadPerTaskExecutor()) {
            LiveFleet fleet = new LiveFleet(new Copies(web, 40).fleet(1), ledger, 1, () -> 0);
            List<Future<ScaleAnswer>> answers = new ArrayList<>();
            for (WorkloadId id : fleet.ask(Fleet::workloads)) {
                var order = new ScaleOrder("order of " + id, 1, id, 1, 12, List.of());
                answers.add(orderers.submit(() -> fleet.order(order)));
            }
            for (Future<ScaleAnswer> answer : answers) {
                assertThat(answer.get()).isInstanceOf(ScaleAnswer.Accepted.class);
            }
            assertThat(Files.readAllLines(folder.resolve("ledger"))).hasSize(40);
            assertThat(fleet.ask(Fleet::applied)).isEqualTo(40);
        }
    }

    @Test
    void aRepeatIsAnsweredOnlyOnceItsOrderIsKept() {
        ForgetfulLedger ledger = new ForgetfulLedger();
        try (FleetRig rig = new FleetRig(folder, FleetRig.STEADY, ledger)) {
            assertThat(rig.scale("a", 1, 14)).isEqualTo(507);
            assertThat(rig.scale("a", 1, 14)).as("carried out, and not certain").isEqualTo(507);
            ledger.mended = true;
            assertThat(rig.scale("a", 1, 14)).isEqualTo(200);
        }
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

    /** A ledger that takes everything down, and at first cannot say that it keeps it. */
    private static final class ForgetfulLedger implements Ledger {
        private boolean mended;

        @Override
        public List<AppliedOrder> earlier() {
            return List.of();
        }

        @Override
        public void append(AppliedOrder order) {}

        @Override
        public void sync() {
            if (!mended) {
                throw new LedgerException("ledger", new IOException("Input/output error"));
            }
        }

        @Override
        public void close() {}
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
