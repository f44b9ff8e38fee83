// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A real server on a loopback port, which scrapes one target each second. */
final class ScrapingServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final PrometheusServer address;

    private ScrapingServer(List<String> command, int port, Path log) {
        this.process = start(command, log);
        this.address =
                new PrometheusServer(
                        "prom",
                        URI.create("http://127.0.0.1:" + port),
                        Optional.empty(),
                        Optional.empty(),
                        AnswerLimit.of(Duration.ofSeconds(20)));
        try (PrometheusClient client = new PrometheusClient(address)) {
            until(
                    command.getFirst() + " answers",
                    () -> client.query("1", Instant.EPOCH) instanceof Answer.Told<Row>);
        }
    }

    static ScrapingServer prometheus(Path folder, String target) throws IOException {
        int port = LoopbackPort.free();
        return new ScrapingServer(
                List.of(
                        "prometheus",
                        "--config.file=" + configuration(folder, target),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port),
                port,
                folder.resolve("log"));
    }

    static ScrapingServer victoriaMetrics(Path folder, String target) throws IOException {
        int port = LoopbackPort.free();
        return new ScrapingServer(
                List.of(
                        "victoria-metrics",
                        "-promscrape.config=" + configuration(folder, target),
                        "-storageDataPath=" + folder.resolve("data"),
                        "-httpListenAddr=127.0.0.1:" + port),
                port,
                folder.resolve("log"));
    }

    /** Waits for what becomes so outside, but not for ever. */
    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("%s: not within %s".formatted(what, PATIENCE));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    PrometheusServer address() {
        return address;
    }

    private static String configuration(Path folder, String target) throws IOException {
        String text =
                """
                global: {scrape_interval: 1s, scrape_timeout: 1s}
                scrape_configs:
                  - job_name: fleet
                    static_configs: [{targets: ['%s']}]
                """
                        .formatted(target);
        return Files.writeString(folder.resolve("scrape.yml"), text).toString();
    }

    private static Process start(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    "%1$s is not there: apt-get install %1$s".formatted(command.getFirst()), e);
        }
    }

    /** Ends it, as if the machine had lost its power. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new UncheckedIOException(new IOException("the server does not end"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
