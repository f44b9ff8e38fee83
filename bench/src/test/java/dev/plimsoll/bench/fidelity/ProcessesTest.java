// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessesTest {
    private static final ProcessBuilder SLEEPER = new ProcessBuilder("sleep", "60");

    @Test
    void allEndTogetherWithTheirFolder() throws IOException {
        Processes processes = new Processes();
        Files.writeString(processes.folder().resolve("log"), "said");
        Process sleeper = processes.start(SLEEPER);
        processes.close();
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(processes.folder()).doesNotExist();
        assertThatThrownBy(() -> processes.start(SLEEPER)).isInstanceOf(IOException.class);
    }

    @Test
    void aSecondEndIsSilent() throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Processes processes = new Processes();
            processes.end();
            processes.close();
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /**
     * A program that closes while it is being ended: it exits as it was told to, without a word.
     */
    @Test
    void closingBesideTheShutdownHookDoesNotThrow() throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Closing.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).isEqualTo("closed");
        assertThat(program.waitFor()).isEqualTo(3);
    }

    /** Closes within another hook, when hooks can no longer be taken back. */
    static final class Closing {
        private Closing() {}

        public static void main(String[] arguments) throws IOException {
            Processes processes = new Processes();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(processes)));
            System.exit(3);
        }

        private static void close(Processes processes) {
            processes.close();
            System.out.print("closed");
        }
    }
}
