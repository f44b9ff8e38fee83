// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.adapter.prometheus.LimitedBody.TooLargeException;
import dev.plimsoll.http.Unreached;
import dev.plimsoll.model.DurationText;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Forms that are posted to one server, and the bytes that come back. No redirection is followed:
 * the token is for this server. Nothing is sent twice. Thread-safe.
 */
final class Wire implements AutoCloseable {
    private final PrometheusServer server;
    private final HttpClient http;

    /** What came back. */
    sealed interface Reply {
        record Came(HttpResponse<byte[]> response) implements Reply {}

        record Missing(Fault fault, String detail) implements Reply {}
    }

    Wire(PrometheusServer server) {
        this.server = server;
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER);
        server.caFile().map(TrustedCertificates::of).ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    Reply post(String path, String form) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(form));
        try {
            if (server.bearerTokenFile().isPresent()) {
                request.header("Authorization", bearer(server.bearerTokenFile().get()));
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Reply.Missing(
                    Fault.UNREACHABLE,
                    "the server was not asked: its bearerTokenFile holds no token that can be"
                            + " read");
        }
        return send(request.build());
    }

    private static String bearer(Path file) throws IOException {
        String token = Files.readString(file).strip();
        if (token.isEmpty()) {
            throw new IOException("no token in " + file);
        }
        return "Bearer " + token;
    }

    private Reply send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> coming =
                http.sendAsync(request, _ -> new LimitedBody(server.limit().bytes()));
        try {
            var response = coming.get(server.limit().timeout().toNanos(), TimeUnit.NANOSECONDS);
            return new Reply.Came(response);
        } catch (TimeoutException e) {
            return new Reply.Missing(
                    Fault.TIMED_OUT,
                    "the server did not answer within "
                            + DurationText.of(server.limit().timeout()));
        } catch (ExecutionException e) {
            return missing(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Missing(Fault.UNREACHABLE, "nobody waited for the answer");
        } finally {
            coming.cancel(true);
        }
    }

    private Reply missing(ExecutionException thrown) {
        return isTooLarge(thrown)
                ? new Reply.Missing(
                        Fault.TOO_LARGE,
                        "the answer has more than %d bytes; let the query answer less"
                                .formatted(server.limit().bytes()))
                : new Reply.Missing(
                        Fault.UNREACHABLE,
                        "the server at %s cannot be reached: %s"
                                .formatted(server.url(), Unreached.why(thrown)));
    }

    private static boolean isTooLarge(ExecutionException thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(TooLargeException.class::isInstance);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
