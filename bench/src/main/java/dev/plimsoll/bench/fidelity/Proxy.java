// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.model.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A running HAProxy, and its socket for commands at run time ("Management Guide", section 9.3).
 * Thread-safe.
 */
final class Proxy {
    private static final String MISSING =
            "HAProxy is needed and not on the PATH: apt-get install haproxy";

    private static final String SYSTEM_FOLDER = "/usr/sbin";
    private static final List<String> SETPRIV = List.of("/usr/bin/setpriv", "/bin/setpriv");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Path socket;

    private Proxy(Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    /** Starts HAProxy and waits until it takes commands. */
    static Proxy start(Processes processes, ProxyConfiguration configuration) throws IOException {
        Path file = processes.folder().resolve("haproxy.cfg");
        Path log = processes.folder().resolve("haproxy.log");
        Files.writeString(file, configuration.text());
        Proxy proxy = new Proxy(launch(processes, file, log), configuration.socket());
        proxy.awaitSocket(log);
        return proxy;
    }

    /** HAProxy's version and the date of its release. */
    static String version() throws IOException {
        Process process = new ProcessBuilder(program().toString(), "-v").start();
        String said =
                Patience.await("HAProxy's version", PATIENCE, process.inputReader()::readLine);
        return said.replace("HAProxy version ", "").replaceAll(" - http.*", "");
    }

    /** Sends a command, and returns what HAProxy says to it: nothing, if it obeys. */
    private String command(String line) throws IOException {
        var address = UnixDomainSocketAddress.of(socket);
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(address);
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
            InputStream answer = Channels.newInputStream(channel);
            byte[] said = Patience.await("HAProxy's answer", PATIENCE, answer::readAllBytes);
            return new String(said, StandardCharsets.US_ASCII);
        }
    }

    /** Sends a command that HAProxy has to obey without a word. */
    void order(String line) throws IOException {
        String answer = command(line).strip();
        if (!answer.isEmpty()) {
            throw new IOException("HAProxy to '%s': %s".formatted(line, answer));
        }
    }

    /** Where HAProxy is: on the PATH, or where Debian puts it for those who have no such PATH. */
    static Path program() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return program(
                List.of((path + File.pathSeparator + SYSTEM_FOLDER).split(File.pathSeparator)));
    }

    /** The first in these folders that can be run. */
    static Path program(List<String> folders) {
        return folders.stream()
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(MISSING));
    }

    private static Process launch(Processes processes, Path file, Path log) throws IOException {
        List<String> command = new ArrayList<>(dyingWithItsParent());
        command.addAll(List.of(program().toString(), "-db", "-f", file.toString()));
        return processes.start(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()));
    }

    /**
     * Linux can end it with the thread that started it, even where nothing is left to end it: the
     * caller's thread has to live as long as the run.
     */
    private static List<String> dyingWithItsParent() {
        return SETPRIV.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .map(path -> List.of(path, "--pdeathsig", "KILL", "--"))
                .findFirst()
                .orElse(List.of());
    }

    private void awaitSocket(Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(socket)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("HAProxy did not start: " + Files.readString(log).strip());
            }
            Thread.onSpinWait();
        }
    }
}
