// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import dev.plimsoll.http.Unreached;
import dev.plimsoll.model.DurationText;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends letters to one receiver, each once. Only the status of an answer counts: nothing more of it
 * is read, and no redirection followed, since what is sent is for this receiver.
 */
final class Post implements AutoCloseable {
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Path secretFile;
    private final HttpRequest.Builder address;
    private final Duration patience;
    private final InstantSource wall;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Post(Receiver receiver, Duration patience, InstantSource wall) {
        this.secretFile = receiver.secretFile();
        this.address = HttpRequest.newBuilder(receiver.url());
        this.patience = patience;
        this.wall = wall;
    }

    Attempt send(Letter letter) throws InterruptedException {
        return switch (Secret.read(secretFile)) {
            case Secret.Usable(var key) -> send(request(letter, key));
            case Secret.Unusable(var why) ->
                    new Attempt.Failed("could not be signed: its secretFile " + why);
        };
    }

    private HttpRequest request(Letter letter, SecretKeySpec key) {
        long timestamp = wall.instant().getEpochSecond();
        return address.copy()
                .header("Content-Type", CloudEvent.CONTENT_TYPE)
                .header("webhook-id", letter.id())
                .header("webhook-timestamp", String.valueOf(timestamp))
                .header(
                        "webhook-signature",
                        Signature.of(key, letter.id(), timestamp, letter.body()))
                .POST(BodyPublishers.ofString(letter.body()))
                .build();
    }

    private Attempt send(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> coming =
                http.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return attempt(coming.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return new Attempt.Failed("had no answer within " + DurationText.of(patience));
        } catch (ExecutionException e) {
            return new Attempt.Failed("had no answer: " + Unreached.why(e));
        } finally {
            coming.cancel(true);
        }
    }

    private Attempt attempt(HttpResponse<InputStream> answer) {
        leave(answer.body());
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return new Attempt.Delivered();
        }
        return status == GONE
                ? new Attempt.Gone()
                : new Attempt.Failed("said " + status, asked(answer));
    }

    private static void leave(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // The status is known, and all that counts.
        }
    }

    private Optional<Duration> asked(HttpResponse<InputStream> answer) {
        Instant now = wall.instant();
        return answer.statusCode() == TOO_MANY || answer.statusCode() == UNAVAILABLE
                ? answer.headers()
                        .firstValue("Retry-After")
                        .flatMap(text -> RetryAfter.parse(text.strip(), now))
                : Optional.empty();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
