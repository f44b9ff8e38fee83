// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.score.Regret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final ReplayKey KEY = new ReplayKey("web_a-L40s-rough", "hpa-target-60-0123");
    private static final Replayed REPLAYED =
            new Replayed(
                    new Regret(1.1, 0.25),
                    new Regret(4.0 / 3, 1e-9),
                    123.456,
                    new Breakdown(
                            Examples.phases(0.1, 0.2, 1.0 / 3, 0.4),
                            Examples.phases(0.0, 1e-9, 0.0, 0.0),
                            1,
                            7));

    @TempDir private Path folder;

    @Test
    void whatIsKeptIsFoundAgainToTheLastBit() throws IOException {
        Archive archive = new Archive(folder);
        assertThat(archive.find(KEY)).isEmpty();

        archive.keep(KEY, REPLAYED);

        assertThat(archive.find(KEY)).contains(REPLAYED);
        assertThat(new Archive(folder).find(KEY)).contains(REPLAYED);
        assertThat(archive.find(new ReplayKey(KEY.folder(), "hpa-target-60-4567"))).isEmpty();
    }

    @Test
    void noDraftIsLeftBehind() throws IOException {
        new Archive(folder).keep(KEY, REPLAYED);

        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactly("hpa-target-60-0123.json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"leading\":",
                "{}",
                "{\"leading\":null,\"scored\":null,\"replicaHours\":1,\"breakdown\":null}"
            })
    void aDamagedFileIsNoReplay(String text) throws IOException {
        Archive archive = new Archive(folder);
        archive.keep(KEY, REPLAYED);
        Path file = folder.resolve(KEY.folder()).resolve(KEY.file() + ".json");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));

        assertThat(archive.find(KEY)).isEmpty();
    }
}
