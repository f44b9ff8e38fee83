// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends the requests of a schedule when they are due, whether or not earlier ones have been
 * answered: an open loop. One thread sends; answers are taken by the client's. Thread-safe.
 */
final class LoadGenerator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Sends all requests to a port, from {@code origin} on, and waits for the last answer. */
    Recording drive(Schedule schedule, int port, long origin)
            throws IOException, InterruptedException {
        Run run = new Run(new Recording(schedule), origin);
        CompletableFuture<?>[] ends = new CompletableFuture<?>[schedule.requests()];
        for (int request = 0; request < ends.length; request++) {
            sleepUntil(origin + schedule.sendNanos(request));
            ends[request] = send(request, port, run);
        }
        await(CompletableFuture.allOf(ends));
        return run.recording();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private CompletableFuture<?> send(int request, int port, Run run) {
        long nanos = run.recording().schedule().serviceNanos(request);
        URI address = URI.create("http://127.0.0.1:%d/%d".formatted(port, nanos));
        run.recording().sent(request, run.now());
        return client.sendAsync(request(address), BodyHandlers.ofString())
                .handle((answer, problem) -> run.end(request, Optional.ofNullable(answer)));
    }

    /** A POST, which nobody on the way repeats where a server dies. */
    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()).build();
    }

    private static void await(CompletableFuture<?> all) throws IOException, InterruptedException {
        try {
            all.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("requests have found no end", e);
        }
    }

    private static void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private record Run(Recording recording, long origin) {
        long now() {
            return System.nanoTime() - origin;
        }

        /** Without an answer, or with another than a server's, a request is lost. */
        Recording end(int request, Optional<HttpResponse<String>> answer) {
            answer.filter(found -> found.statusCode() == 200)
                    .ifPresentOrElse(
                            found -> recording.answered(request, server(found), now()),
                            () -> recording.lost(request, now()));
            return recording;
        }

        private static int server(HttpResponse<String> answer) {
            return Integer.parseInt(answer.body());
        }
    }
}
