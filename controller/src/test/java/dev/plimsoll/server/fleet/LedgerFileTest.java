// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.fleet.AppliedOrder;
import dev.plimsoll.sim.fleet.ScaleOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {
    private static final AppliedOrder FIRST = applied("a", 4, 7, 1);
    private static final AppliedOrder SECOND = applied("ü\"\n", 7, 5, 2, "web-1", "web-2");

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("ledger.jsonl");
    }

    @Test
    void isALineForEachOrder() throws IOException {
        try (LedgerFile ledger = open()) {
            ledger.append(FIRST);
            ledger.append(SECOND);
        }
        assertThat(Files.readAllLines(file)).hasSize(2);
        JsonNode line = FleetRig.json(Files.readAllLines(file).getFirst());
        assertThat(line.path("actionId").asText()).isEqualTo("a");
        assertThat(line.path("workload").asText()).isEqualTo("shop/web");
        assertThat(line.path("from").asInt()).isEqualTo(4);
        assertThat(line.path("to").asInt()).isEqualTo(7);
        assertThat(line.path("at").asText()).isEqualTo("2026-01-05T00:00:01.500Z");
    }

    @Test
    void givesBackWhatWasWrittenAndGoesOn() {
        try (LedgerFile ledger = open()) {
            ledger.append(FIRST);
        }
        try (LedgerFile ledger = open()) {
            assertThat(ledger.earlier()).containsExactly(FIRST);
            ledger.append(SECOND);
        }
        try (LedgerFile ledger = open()) {
            assertThat(ledger.earlier()).containsExactly(FIRST, SECOND);
        }
    }

    @Test
    void isWrittenBeforeAppendReturns() throws IOException {
        try (LedgerFile ledger = open()) {
            ledger.append(FIRST);
            assertThat(Files.readAllLines(file)).hasSize(1);
        }
    }

    @Test
    void cutsOffALineThatBreaksOff() throws IOException {
        try (LedgerFile ledger = open()) {
            ledger.append(FIRST);
        }
        Files.writeString(file, "{\"actionId\":\"b", StandardOpenOption.APPEND);
        try (LedgerFile ledger = open()) {
            assertThat(ledger.earlier()).containsExactly(FIRST);
            ledger.append(SECOND);
        }
        try (LedgerFile ledger = open()) {
            assertThat(ledger.earlier()).containsExactly(FIRST, SECOND);
        }
    }

    @Test
    void cutsOffALineThatBreaksOffWithinACharacter() throws IOException {
        try (LedgerFile ledger = open()) {
            ledger.append(SECOND);
        }
        byte[] torn = {'{', '"', (byte) 0xc3};
        Files.write(file, torn, StandardOpenOption.APPEND);
        try (LedgerFile ledger = open()) {
            assertThat(ledger.earlier()).containsExactly(SECOND);
        }
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void namesTheLineThatIsNone() throws IOException {
        for (String wrong : List.of("nonsense", "{}", "{\"scenario\":\"web\",\"seed\":1}")) {
            Files.writeString(file, wrong + "\n");
            assertThatThrownBy(this::open)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith(file + ":1: ");
            assertThat(file).as("nothing is cut off").hasContent(wrong + "\n");
        }
    }

    @Test
    void refusesThatOfAnotherFleet() {
        open().close();
        try (LedgerFile ledger = open()) {
            ledger.append(FIRST);
        }
        assertThatThrownBy(() -> LedgerFile.open(file, "web", 2, 1))
                .hasMessage(
                        file
                                + ":1: scenario and seed 'web and 1': this fleet plays web with"
                                + " seed 2; name another ledger");
    }

    @Test
    void refusesThatOfAnotherNumberOfCopies() throws IOException {
        try (LedgerFile ledger = LedgerFile.open(file, "web", 1, 3)) {
            ledger.append(FIRST);
        }
        assertThat(Files.readString(file)).contains("\"copies\":3");
        assertThatThrownBy(this::open)
                .hasMessage(
                        file
                                + ":1: copies '3': this fleet has 1; name another ledger, or give"
                                + " --copies 3");
        try (LedgerFile ledger = LedgerFile.open(file, "web", 1, 3)) {
            assertThat(ledger.earlier()).containsExactly(FIRST);
        }
    }

    @Test
    void whatCannotBeSyncedIsNotAnswered() {
        LedgerFile ledger = open();
        ledger.append(FIRST);
        ledger.close();
        assertThatThrownBy(ledger::sync).isInstanceOf(LedgerException.class);
        assertThatThrownBy(ledger::sync).as("nor later").isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> ledger.append(SECOND)).isInstanceOf(LedgerException.class);
    }

    @Test
    void whatIsSyncedAlreadyNeedsNoDisk() {
        LedgerFile ledger = open();
        ledger.append(FIRST);
        ledger.sync();
        ledger.close();
        ledger.sync();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void hasOneWriter() {
        try (LedgerFile ledger = open()) {
            assertThatThrownBy(this::open).hasMessageContaining("another fleet writes to it");
            ledger.append(FIRST);
        }
        open().close();
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> LedgerFile.open(folder, "web", 1, 1))
                .hasMessageContaining("name a file that can be written");
    }

    @Test
    void saysWhenItCannotBeWritten() {
        LedgerFile ledger = open();
        ledger.close();
        assertThatThrownBy(() -> ledger.append(FIRST))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(file.toString());
    }

    private LedgerFile open() {
        return LedgerFile.open(file, "web", 1, 1);
    }

    private static AppliedOrder applied(
            String id, int from, int to, long version, String... victims) {
        var order =
                new ScaleOrder(id, 3, new WorkloadId("shop", "web"), version, to, List.of(victims));
        return new AppliedOrder(order, from, version + 1, Instant.parse("2026-01-05T00:00:01.5Z"));
    }
}
