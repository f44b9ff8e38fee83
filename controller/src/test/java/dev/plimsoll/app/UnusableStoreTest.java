// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.LoopbackPort;
import dev.plimsoll.cli.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that no waiting mends: a controller ends at once, and the doctor says the same. */
@Timeout(60)
class UnusableStoreTest {
    private static final String FILE =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: Controller
            metadata: {name: main}
            spec:
              platform: {simulated: 'unix:fleet.sock'}
              store: {h2: 'STORE'}
              socket: c.sock
              management: 127.0.0.1:PORT
            ---
            apiVersion: plimsoll.dev/v1alpha1
            kind: ScalingPolicy
            metadata: {name: web, namespace: scenario}
            spec:
              scaleTargetRef: {kind: SimulatedService, name: web}
              maxReplicas: 50
              slo: {latency: {target: 250ms}}
            """;

    @TempDir private Path folder;

    @Test
    void aFolderWhereTheFileShouldBe() throws Exception {
        Files.createDirectory(folder.resolve("store.mv.db"));
        assertRefused(
                "store",
                "it holds what is not a journal: give the journal a place of its own (it is a"
                        + " folder)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2_000})
    void whatIsNoFileOfH2(int lines) throws Exception {
        Path file = Files.writeString(folder.resolve("store.mv.db"), "(null)\n".repeat(lines));
        assertRefused(
                "store",
                "what it holds cannot be read: restore it from a backup (it is no file of H2; if it"
                        + " never was one, name another place)");
        assertThat(file).hasContent("(null)\n".repeat(lines));
    }

    @Test
    void aPlaceBelowAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertRefused(
                "file/journal/store",
                "it cannot be written: mend its permissions, or name another place (%s is no"
                                .formatted(file)
                        + " folder)");
    }

    private void assertRefused(String store, String sentence) throws Exception {
        Path file = write(store);
        String whole = "journal %s.mv.db: %s".formatted(folder.resolve(store), sentence);
        var said = new ByteArrayOutputStream();
        boolean asked =
                new Controller()
                        .run(
                                List.of(file),
                                new PrintStream(said, true, StandardCharsets.UTF_8),
                                new CountDownLatch(1));
        assertThat(asked).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("ends: " + whole)
                .doesNotContain("STORE_UNAVAILABLE");
        assertThat(new Doctor().examine(List.of(file))).contains(Finding.problem("store", whole));
    }

    @Test
    void aFolderThatIsNotThereIsNoReasonToRefuse() throws Exception {
        assertThat(new Doctor().examine(List.of(write("new/folder/store"))))
                .extracting(Finding::sentence)
                .contains(
                        "h2 %s has no journal yet; one will be made"
                                .formatted(folder.resolve("new/folder/store")));
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private Path write(String store) throws IOException {
        String text =
                FILE.replace("STORE", store).replace("PORT", String.valueOf(LoopbackPort.free()));
        return Files.writeString(folder.resolve("c.yaml"), text);
    }
}
