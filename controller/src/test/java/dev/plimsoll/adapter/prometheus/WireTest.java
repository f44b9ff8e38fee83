// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static dev.plimsoll.adapter.prometheus.ClientRig.TIME;
import static dev.plimsoll.adapter.prometheus.ClientRig.assertFailed;
import static dev.plimsoll.adapter.prometheus.ClientRig.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.adapter.prometheus.FakePrometheus.Asked;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tokens, servers that cannot be reached, and the limits of an answer; through the client. */
@Timeout(60)
class WireTest {
    @TempDir private Path folder;
    private final ClientRig rig = new ClientRig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void theTokenIsReadAnewForEachRequest() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "first\n");
        FakePrometheus fake = rig.fake(FakePrometheus.vector());
        var client = rig.client(withToken(fake, token));
        client.query("up", TIME);
        Files.writeString(token, "second\n");
        client.query("up", TIME);
        assertThat(fake.asked())
                .extracting(Asked::authorization)
                .containsExactly(Optional.of("Bearer first"), Optional.of("Bearer second"));
    }

    @Test
    void withoutATokenNothingIsSent() throws IOException {
        FakePrometheus fake = rig.fake(FakePrometheus.vector());
        Path token = folder.resolve("token");
        assertFailed(
                rig.client(withToken(fake, token)).query("up", TIME),
                Fault.UNREACHABLE,
                "the server was not asked: its bearerTokenFile holds no token that can be read");
        for (String useless : List.of("", " \n", "two\nlines")) {
            Files.writeString(token, useless);
            assertFailed(
                    rig.client(withToken(fake, token)).query("up", TIME),
                    Fault.UNREACHABLE,
                    "bearerTokenFile");
        }
        assertThat(fake.asked()).isEmpty();
    }

    @Test
    void aTokenIsNotCarriedToAnotherAddress() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret");
        FakePrometheus other = rig.fake(FakePrometheus.vector());
        FakePrometheus fake =
                rig.fake((_, exchange) -> {
                    exchange.getResponseHeaders().set("Location", other.url("/").toString());
                    FakePrometheus.say(exchange, 307, "");
                });
        assertFailed(
                rig.client(withToken(fake, token)).query("up", TIME),
                Fault.REFUSED,
                "the server refused with status 307");
        assertThat(other.asked()).isEmpty();
    }

    @Test
    void aServerThatIsGoneIsUnreachable() {
        FakePrometheus fake = rig.fake(FakePrometheus.vector());
        fake.close();
        assertFailed(
                rig.client(fake.plain()).query("up", TIME),
                Fault.UNREACHABLE,
                "the server at %s cannot be reached: nobody listens there".formatted(fake.url("")));
    }

    @Test
    void aNameThatNobodyKnowsIsUnreachable() {
        var server =
                new PrometheusServer(
                        "prom",
                        URI.create("http://prometheus.invalid:9090"),
                        Optional.empty(),
                        Optional.empty(),
                        AnswerLimit.of(Duration.ofSeconds(20)));
        assertFailed(
                rig.client(server).query("up", TIME),
                Fault.UNREACHABLE,
                "the server at http://prometheus.invalid:9090 cannot be reached: nobody knows its"
                        + " name");
    }

    @Test
    void aServerThatHangsUpIsUnreachable() {
        var client = rig.client((_, exchange) -> exchange.close());
        assertFailed(client.query("up", TIME), Fault.UNREACHABLE, " cannot be reached: ");
    }

    @Test
    void anAnswerThatDoesNotBeginIsTimedOut() {
        CountDownLatch never = new CountDownLatch(1);
        FakePrometheus fake = rig.fake((_, _) -> FakePrometheus.await(never));
        assertFailed(
                ask(fake, AnswerLimit.of(Duration.ofMillis(100))),
                Fault.TIMED_OUT,
                "the server did not answer within 100ms");
    }

    @Test
    void anAnswerThatDoesNotEndIsTimedOut() {
        CountDownLatch never = new CountDownLatch(1);
        FakePrometheus fake =
                rig.fake((_, exchange) -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody()
                            .write("{\"status\":".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    FakePrometheus.await(never);
                });
        assertFailed(
                ask(fake, AnswerLimit.of(Duration.ofMillis(300))),
                Fault.TIMED_OUT,
                "the server did not answer within 300ms");
    }

    @Test
    void anAnswerIsCutOffAtItsLimit() {
        FakePrometheus fake =
                rig.fake((_, exchange) -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] part = new byte[1 << 16];
                    while (true) { // until the client hangs up
                        exchange.getResponseBody().write(part);
                    }
                });
        assertFailed(
                ask(fake, new AnswerLimit(Duration.ofSeconds(50), 1 << 20)),
                Fault.TOO_LARGE,
                "the answer has more than 1048576 bytes; let the query answer less");
    }

    @Test
    void anAnswerOfJustTheLimitIsRead() {
        String body = FakePrometheus.success("vector");
        FakePrometheus fake = rig.fake(FakePrometheus.saying(200, body));
        Duration patience = Duration.ofSeconds(10);
        assertThat(told(ask(fake, new AnswerLimit(patience, body.length())))).isEmpty();
        assertFailed(
                ask(fake, new AnswerLimit(patience, body.length() - 1)),
                Fault.TOO_LARGE,
                "let the query answer less");
    }

    private Answer<Row> ask(FakePrometheus fake, AnswerLimit limit) {
        return rig.client(fake.at("", limit)).query("up", TIME);
    }

    private static PrometheusServer withToken(FakePrometheus fake, Path token) {
        return new PrometheusServer(
                "prom",
                fake.url(""),
                Optional.of(token),
                Optional.empty(),
                AnswerLimit.of(Duration.ofSeconds(10)));
    }
}
