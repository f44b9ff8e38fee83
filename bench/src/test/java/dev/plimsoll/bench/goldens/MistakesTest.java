// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake that a re-implementation could make is made, and caught by a golden case. */
class MistakesTest {
    @ParameterizedTest
    @MethodSource
    void isCaught(Mistake mistake, @TempDir Path folder) throws Exception {
        Path goldens = goldens(mistake.cases(), Files.createDirectory(folder.resolve("goldens")));
        assertThat(GoldenSet.of(goldens)).allSatisfy(set -> assertThat(set.replay()).isEmpty());

        List<String> caughtBy = new MistakenPeers(mistake, folder).failures(goldens);

        assertThat(caughtBy).as("cases that catch: %s", mistake.row()).isNotEmpty();
    }

    static Stream<Mistake> isCaught() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Resources.folder("mistakes"))) {
            return files.sorted().toList().stream().flatMap(MistakesTest::read);
        }
    }

    private static Stream<Mistake> read(Path file) {
        try {
            return Mistake.read(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    /** Files with only the lines of these cases. */
    private static Path goldens(List<String> cases, Path folder)
            throws IOException, URISyntaxException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Resources.folder("goldens"))) {
            for (Path file : files.toList()) {
                List<String> lines =
                        Files.readAllLines(file).stream()
                                .filter(line -> cases.contains(nameOf(line)))
                                .toList();
                lines.forEach(line -> found.add(nameOf(line)));
                if (!lines.isEmpty()) {
                    Files.write(folder.resolve(file.getFileName()), lines);
                }
            }
        }
        assertThat(found).as("cases that there are").containsAll(cases);
        return folder;
    }

    /** Every line begins with its name. */
    private static String nameOf(String line) {
        return line.split("\"", 5)[3];
    }
}
