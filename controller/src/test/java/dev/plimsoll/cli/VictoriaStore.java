// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A store of Debian's package {@code victoria-metrics} in a folder, to be filled by a test. */
final class VictoriaStore implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FULL = 8 << 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuilder waiting = new StringBuilder();
    private final int port;
    private final Process process;

    VictoriaStore(Path folder) {
        this.port = freePort();
        this.process = start(folder);
        await();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Takes samples in Prometheus' text format, with their times. */
    void add(String samples) {
        waiting.append(samples);
        if (waiting.length() > FULL) {
            send();
        }
    }

    /** Until all that was taken can be asked for. */
    void flush() {
        send();
        get("/internal/force_flush");
    }

    private void send() {
        exchange(
                HttpRequest.newBuilder(URI.create(url() + "/api/v1/import/prometheus"))
                        .POST(HttpRequest.BodyPublishers.ofString(waiting.toString()))
                        .build());
        waiting.setLength(0);
    }

    private void get(String path) {
        exchange(HttpRequest.newBuilder(URI.create(url() + path)).build());
    }

    private void exchange(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(request.uri() + " said " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void await() {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                get("/health");
                return;
            } catch (UncheckedIOException e) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new AssertionError("victoria-metrics does not answer", e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private Process start(Path folder) {
        try {
            return new ProcessBuilder(
                            "victoria-metrics",
                            "-httpListenAddr=127.0.0.1:" + port,
                            "-storageDataPath=" + folder.resolve("data"),
                            "-retentionPeriod=10y",
                            "-memory.allowedBytes=256MB",
                            "-search.latencyOffset=0s")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("victoria.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    "victoria-metrics is not there: apt-get install victoria-metrics", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
