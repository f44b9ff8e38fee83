// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.LoopbackPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of our own, in a temporary folder and on a loopback port. It refuses to run
 * as root: there it runs as the user {@code postgres}, whom Debian's package makes.
 */
final class PostgresServer {
    private static final boolean ROOT = System.getProperty("user.name").equals("root");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path folder;
    private final int port;
    private Process server;
    private int databases;

    private PostgresServer(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.server = serve("");
    }

    static PostgresServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("plimsoll-postgres");
        if (ROOT) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        run(
                asUser(
                        program("initdb"),
                        "--pgdata=" + folder.resolve("data"),
                        "--username=plimsoll",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--wal-segsize=1",
                        "--no-sync"));
        return new PostgresServer(folder, LoopbackPort.free());
    }

    /** The URL of an empty database. */
    String database() throws SQLException {
        String name = "journal" + databases++;
        try (Connection connection = DriverManager.getConnection(url("postgres"), "plimsoll", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return url(name);
    }

    /** Ends at once, without a last word to anybody; what was committed is in its log. */
    void crash() throws IOException, InterruptedException {
        signal("QUIT");
    }

    void restart() throws IOException {
        server = serve("");
    }

    /** Starts again with files of at most so many KiB. */
    void restart(int mostKib) throws IOException {
        server = serve("ulimit -f %d; ".formatted(mostKib));
    }

    void stop() throws IOException, InterruptedException {
        signal("INT");
    }

    /** Stops, and leaves nothing behind. */
    void end() throws IOException, InterruptedException {
        stop();
        Files.walkFileTree(folder, new Removal());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private Process serve(String limit) throws IOException {
        String command =
                "%sexec %s -D %s -p %d -k %s -c listen_addresses=127.0.0.1 -c log_destination=stderr"
                        .formatted(
                                limit, program("postgres"), folder.resolve("data"), port, folder);
        Process started =
                new ProcessBuilder(asUser("/bin/bash", "-c", command))
                        .redirectErrorStream(true)
                        .start();
        awaitReady(started.inputReader());
        return started;
    }

    private static void awaitReady(BufferedReader said) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.contains("ready to accept connections")) {
                Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
                return;
            }
        }
        throw new IOException("PostgreSQL did not start: " + String.join(" / ", lines));
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (server.isAlive()) {
            run(List.of("kill", "-" + name, Long.toString(server.pid())));
            if (!server.waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException("PostgreSQL did not end within a minute of SIG" + name);
            }
        }
    }

    private static List<String> asUser(String... command) {
        List<String> whole = new ArrayList<>();
        if (ROOT) {
            whole.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private static String program(String name) {
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .toString();
        } catch (IOException | NoSuchElementException e) {
            throw new IllegalStateException(
                    "no PostgreSQL in %s: apt-get install postgresql".formatted(DEBIAN), e);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(command, said));
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failed)
                throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
