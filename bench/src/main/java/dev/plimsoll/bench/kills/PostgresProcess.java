// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import dev.plimsoll.bench.LoopbackPort;
import dev.plimsoll.bench.TemporaryFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server for one run, on a loopback port. It refuses to run as root: there it runs as
 * the user {@code postgres} of Debian's package.
 */
final class PostgresProcess implements AutoCloseable {
    static final String USER = "plimsoll";

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");

    private final TemporaryFolder folder;
    private final int port;
    private final Process server;

    private PostgresProcess(TemporaryFolder folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.server =
                process(
                        program("postgres"),
                        "-D" + data(folder),
                        "-p" + port,
                        "-k" + folder.path(),
                        "-clisten_addresses=127.0.0.1",
                        "-clog_destination=stderr");
        awaitReady(server.inputReader());
    }

    static PostgresProcess start() throws IOException, InterruptedException {
        TemporaryFolder folder = new TemporaryFolder("plimsoll-postgres-");
        if (isRoot()) {
            end(new ProcessBuilder("chown", "postgres", folder.path().toString()).start());
        }
        end(
                process(
                        program("initdb"),
                        "--pgdata=" + data(folder),
                        "--username=" + USER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--no-locale"));
        return new PostgresProcess(folder, LoopbackPort.free());
    }

    private static Path data(TemporaryFolder folder) {
        return folder.path().resolve("data");
    }

    /** Of its usual database. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Process process(String... command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        whole.addAll(List.of(command));
        return new ProcessBuilder(whole).redirectErrorStream(true).start();
    }

    private static String program(String name) throws IOException {
        if (Files.isDirectory(PROGRAMS)) {
            try (Stream<Path> versions = Files.list(PROGRAMS)) {
                var newest =
                        versions.map(version -> version.resolve("bin").resolve(name))
                                .filter(Files::isExecutable)
                                .max(Comparator.naturalOrder());
                if (newest.isPresent()) {
                    return newest.get().toString();
                }
            }
        }
        throw new IOException(
                "no PostgreSQL in %s: apt-get install postgresql".formatted(PROGRAMS));
    }

    private static void end(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("PostgreSQL could not be set up: " + said);
        }
    }

    private static void awaitReady(BufferedReader said) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.contains("ready to accept connections")) {
                Thread.ofVirtual().start(() -> drain(said));
                return;
            }
        }
        throw new IOException("PostgreSQL did not start: " + String.join(" / ", lines));
    }

    /** What nobody reads would hold it up once the pipe is full. */
    private static void drain(BufferedReader said) {
        try {
            said.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // It has ended, and says nothing more.
        }
    }

    /** Stops it, and leaves nothing behind. */
    @Override
    public void close() {
        server.destroy();
        try {
            server.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.destroyForcibly();
        folder.close();
    }
}
