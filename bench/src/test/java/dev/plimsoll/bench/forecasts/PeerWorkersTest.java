// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class PeerWorkersTest {
    @TempDir private Path folder;

    @Test
    void everyJobIsDoneOnceByOneOfTwoProcesses() throws IOException, InterruptedException {
        List<Path> jobs =
                IntStream.range(0, 9).mapToObj(job -> folder.resolve("job " + job)).toList();
        AtomicInteger done = new AtomicInteger();
        workers("while read -r job; do echo $$ >>\"$job\"; echo \"$job\"; done")
                .run(jobs, done::incrementAndGet);
        assertThat(done).hasValue(9);
        for (Path job : jobs) {
            assertThat(Files.readAllLines(job)).hasSize(1);
        }
    }

    @Test
    void withoutJobsNothingIsStarted() throws IOException, InterruptedException {
        workers("echo started >&2").run(List.of(), () -> {});
        assertThat(log()).doesNotExist();
    }

    @Test
    void aScriptThatEndsLeavesItsLastWords() throws IOException {
        PeerWorkers workers = workers("read -r job; echo 'no memory' >&2; exit 1");
        assertThatThrownBy(() -> workers.run(List.of(folder.resolve("job")), () -> {}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("the peers' script ended at " + folder.resolve("job"))
                .hasMessageContaining("peers.log says why");
        assertThat(log()).hasContent("no memory");
    }

    private PeerWorkers workers(String script) {
        return new PeerWorkers(List.of("sh", "-c", script), log());
    }

    private Path log() {
        return folder.resolve("peers.log");
    }
}
