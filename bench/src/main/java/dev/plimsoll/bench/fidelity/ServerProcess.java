// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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

    private final Process process;

    /** Starts it; it takes {@code startUp} until it listens. */
    ServerProcess(Processes processes, SlotServer.Place place, Duration startUp)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-cp", classes()));
        command.addAll(OPTIONS);
        command.add(SlotServer.class.getName());
        command.addAll(place.arguments(startUp));
        process =
                processes.start(
                        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    /** Waits until it listens. */
    void awaitListening() throws IOException {
        if (process.inputReader().readLine() == null) {
            throw new IOException("a server ended before it listened: " + process.info());
        }
    }

    /** Kills it at once, as a crash would. */
    void kill() {
        process.destroyForcibly().onExit().join();
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
