// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A {@link SlotServer} in a process of its own. Thread-safe. */
final class ServerProcess {
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dsun.net.httpserver.nodelay=true",
                    "-Dsun.net.httpserver.maxIdleConnections=20000",
                    "-Dsun.net.httpserver.idleInterval=3600");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;
    private final Duration limit;

    /** Starts it; it takes {@code startUp} until it listens. */
    ServerProcess(Processes processes, SlotServer.Place place, Duration startUp)
            throws IOException {
        log = processes.folder().resolve("server-%d.log".formatted(place.number()));
        limit = startUp.plus(PATIENCE);
        List<String> command = new ArrayList<>(List.of(java(), "-cp", classes()));
        command.addAll(OPTIONS);
        command.add(SlotServer.class.getName());
        command.addAll(place.arguments(Instant.now().plus(startUp)));
        process =
                processes.start(
                        new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())));
    }

    /** Waits until it listens. */
    void awaitListening() throws IOException {
        Patience.await("a server's start", limit, this::readListening);
    }

    /** Fails if it has ended by itself, with what it said at the end. */
    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw ended();
        }
    }

    /** Kills it at once, as a crash would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private String readListening() throws IOException {
        String line = process.inputReader().readLine();
        if (line == null) {
            throw ended();
        }
        return line;
    }

    private IOException ended() throws IOException {
        return new IOException("a server ended and said: '%s'".formatted(Files.readString(log)));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Where the server's class lies: it needs nothing but the JDK. */
    private static String classes() {
        var source = SlotServer.class.getProtectionDomain().getCodeSource();
        return Path.of(URI.create(source.getLocation().toString())).toString();
    }
}
