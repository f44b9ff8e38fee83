// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.adapter.prometheus.FakePrometheus.Answering;
import dev.plimsoll.adapter.prometheus.FakePrometheus.Asked;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PrometheusClientTest {
    private static final Instant TIME = Instant.parse("2026-01-05T00:00:15.250Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void aVectorHasARowForEachSeries() {
        var client =
                client(
                        FakePrometheus.vector(
                                FakePrometheus.row(
                                        "\"instance\":\"a:1\",\"__name__\":\"up\"",
                                        1767571215.25,
                                        "1e+06"),
                                FakePrometheus.row("", 1767571215.25, "-0.5")));
        assertThat(client.query("up", TIME))
                .isEqualTo(
                        new Answer.Told<>(
                                List.of(
                                        row(labels("instance", "a:1", "__name__", "up"), 1e6),
                                        row(Labels.NONE, -0.5)),
                                List.of()));
    }

    @Test
    void aScalarHasOneRow() {
        var client =
                client(
                        FakePrometheus.saying(
                                200, FakePrometheus.success("scalar", "1767571215.25", "\"7\"")));
        assertThat(client.query("7", TIME))
                .isEqualTo(new Answer.Told<>(List.of(row(Labels.NONE, 7)), List.of()));
    }

    @Test
    void noSeriesIsNoRowAndNotZero() {
        assertThat(client(FakePrometheus.vector()).query("up", TIME))
                .isEqualTo(new Answer.Told<Row>(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"NaN", "+Inf", "-Inf", "1e999"})
    void whatIsNoFiniteNumberIsAbsent(String value) {
        var client = client(FakePrometheus.vector(FakePrometheus.row("", 1767571215.25, value)));
        assertThat(told(client.query("up", TIME)))
                .containsExactly(new Row(Labels.NONE, TIME, OptionalDouble.empty()));
    }

    @Test
    void asksAtTheInstantAndUnderThePathAndPastTheCache() {
        FakePrometheus fake = fake(FakePrometheus.vector());
        client(fake.at("/prom/", AnswerLimit.of(SECOND))).query("sum(up{a=\"b&c\"}) + 1", TIME);
        assertThat(fake.asked())
                .containsExactly(
                        new Asked(
                                "/prom/api/v1/query",
                                Map.of(
                                        "query", "sum(up{a=\"b&c\"}) + 1",
                                        "time", "1767571215.250",
                                        "nocache", "1"),
                                Optional.empty()));
    }

    @Test
    void theTokenIsReadAnewForEachRequest() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "first\n");
        FakePrometheus fake = fake(FakePrometheus.vector());
        var client = client(withToken(fake, token));
        client.query("up", TIME);
        Files.writeString(token, "second\n");
        client.query("up", TIME);
        assertThat(fake.asked())
                .extracting(Asked::authorization)
                .containsExactly(Optional.of("Bearer first"), Optional.of("Bearer second"));
    }

    @Test
    void withoutATokenNothingIsSent() throws IOException {
        FakePrometheus fake = fake(FakePrometheus.vector());
        Path token = folder.resolve("token");
        assertFailed(
                client(withToken(fake, token)).query("up", TIME),
                Fault.UNREACHABLE,
                "the server was not asked: its bearerTokenFile holds no token that can be read");
        for (String useless : List.of("", " \n", "two\nlines")) {
            Files.writeString(token, useless);
            assertFailed(
                    client(withToken(fake, token)).query("up", TIME),
                    Fault.UNREACHABLE,
                    "bearerTokenFile");
        }
        assertThat(fake.asked()).isEmpty();
    }

    @Test
    void aTokenIsNotCarriedToAnotherAddress() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret");
        FakePrometheus other = fake(FakePrometheus.vector());
        FakePrometheus fake =
                fake((_, exchange) -> {
                    exchange.getResponseHeaders().set("Location", other.url("/").toString());
                    FakePrometheus.say(exchange, 307, "");
                });
        assertFailed(
                client(withToken(fake, token)).query("up", TIME),
                Fault.REFUSED,
                "the server refused with status 307");
        assertThat(other.asked()).isEmpty();
    }

    @Test
    void aServerThatIsGoneIsUnreachable() {
        FakePrometheus fake = fake(FakePrometheus.vector());
        fake.close();
        assertFailed(
                client(fake.plain()).query("up", TIME),
                Fault.UNREACHABLE,
                "the server cannot be reached: nobody listens there");
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
                client(server).query("up", TIME),
                Fault.UNREACHABLE,
                "the server cannot be reached: nobody knows its name");
    }

    @Test
    void aServerThatHangsUpIsUnreachable() {
        var client = client((_, exchange) -> exchange.close());
        assertFailed(client.query("up", TIME), Fault.UNREACHABLE, "the server cannot be reached: ");
    }

    @Test
    void anAnswerThatDoesNotBeginIsTimedOut() {
        CountDownLatch never = new CountDownLatch(1);
        FakePrometheus fake = fake((_, _) -> await(never));
        assertFailed(
                client(fake.at("", AnswerLimit.of(Duration.ofMillis(100)))).query("up", TIME),
                Fault.TIMED_OUT,
                "the server did not answer within 100ms");
    }

    @Test
    void anAnswerThatDoesNotEndIsTimedOut() {
        CountDownLatch never = new CountDownLatch(1);
        FakePrometheus fake =
                fake((_, exchange) -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody()
                            .write("{\"status\":".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    await(never);
                });
        assertFailed(
                client(fake.at("", AnswerLimit.of(Duration.ofMillis(300)))).query("up", TIME),
                Fault.TIMED_OUT,
                "the server did not answer within 300ms");
    }

    @Test
    void anAnswerIsCutOffAtItsLimit() {
        FakePrometheus fake =
                fake((_, exchange) -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] part = new byte[1 << 16];
                    while (true) { // until the client hangs up
                        exchange.getResponseBody().write(part);
                    }
                });
        assertFailed(
                client(fake.at("", new AnswerLimit(Duration.ofSeconds(50), 1 << 20)))
                        .query("up", TIME),
                Fault.TOO_LARGE,
                "the answer has more than 1048576 bytes; let the query answer less");
    }

    @Test
    void anAnswerOfJustTheLimitIsRead() {
        String body = FakePrometheus.success("vector");
        FakePrometheus fake = fake(FakePrometheus.saying(200, body));
        assertThat(
                        told(
                                client(
                                                fake.at(
                                                        "",
                                                        new AnswerLimit(
                                                                SECOND.multipliedBy(10),
                                                                body.length())))
                                        .query("up", TIME)))
                .isEmpty();
        assertFailed(
                client(fake.at("", new AnswerLimit(SECOND.multipliedBy(10), body.length() - 1)))
                        .query("up", TIME),
                Fault.TOO_LARGE,
                "let the query answer less");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | {"status":"error","errorType":"bad_data","error":"parse error"} | the server refused: bad_data: parse error
                    200 | {"status":"error","errorType":"timeout","error":"too slow"}     | the server refused: timeout: too slow
                    503 | <html>down for maintenance</html>                               | the server refused with status 503: <html>down for maintenance</html>
                    401 | Unauthorized                                                    | the server refused with status 401: Unauthorized
                    500 | {"status":"success","data":{"resultType":"vector","result":[]}} | the server refused with status 500: {"status":"success"
                    """)
    void anErrorIsARefusalInTheServersWords(int status, String body, String detail) {
        assertFailed(
                client(FakePrometheus.saying(status, body)).query("up", TIME),
                Fault.REFUSED,
                detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``
                    gibberish
                    7
                    []
                    {}
                    {"status":"success"}
                    {"status":"success","data":{}}
                    {"status":"success","data":[]}
                    {"status":"success","data":{"result":{}}}
                    {"status":"success","data":{"result":[7]}}
                    {"status":"success","data":{"result":["text"]}}
                    {"status":"success","data":{"result":[1,"text"]}}
                    {"status":"success","data":{"result":[1,2]}}
                    {"status":"success","data":{"result":[1,"2",3]}}
                    {"status":"success","data":{"result":[{}]}}
                    {"status":"success","data":{"result":[{"metric":{},"value":[1]}]}}
                    {"status":"success","data":{"result":[{"metric":{},"value":["1","2"]}]}}
                    {"status":"success","data":{"result":[{"metric":{},"value":[1,"0x10"]}]}}
                    {"status":"success","data":{"result":[{"metric":{"a":1},"value":[1,"2"]}]}}
                    {"status":"success","data":{"result":[{"value":[1,"2"]}]}}
                    {"status":"success","data":{"result":[{"metric":{},"values":[[1,"2"]]}]}}
                    {"status":"success","data":{"result":[{"metric":{},"histogram":[1,{}]}]}}
                    {"status":"success","data":{"result":[{"metric":{},"value":[1,"2"]}
                    {"status":["success"],"data":{"result":[]}}
                    """)
    void garbageIsUnreadableAsAWhole(String body) {
        assertFailed(
                client(FakePrometheus.saying(200, body)).query("up", TIME),
                Fault.UNREADABLE,
                "the answer cannot be understood, ");
    }

    @Test
    void garbageIsShownInOneShortLine() {
        var client = client(FakePrometheus.saying(200, "<p>\u001b[31m\n" + "x".repeat(10_000)));
        var failed = (Answer.Failed<Row>) client.query("up", TIME);
        assertThat(failed.detail())
                .hasSizeLessThan(400)
                .doesNotContain("\n", "\u001b")
                .contains("<p> [31m xxx")
                .endsWith("...");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "warnings":["no answer of shard 2"] | no answer of shard 2
                    "isPartial":true                    | a part of the data could not be read
                    "isPartial":false                   | ''
                    "warnings":["PromQL info: metric might not be a counter"] | ''
                    "infos":["metric might not be a counter"] | ''
                    """)
    void aPartialAnswerSaysSo(String field, String warning) {
        var client =
                client(
                        FakePrometheus.saying(
                                200,
                                "{\"status\":\"success\",%s,\"data\":{\"resultType\":\"vector\",\"result\":[]}}"
                                        .formatted(field)));
        var told = (Answer.Told<Row>) client.query("up", TIME);
        assertThat(told.warnings())
                .containsExactlyElementsOf(warning.isEmpty() ? List.of() : List.of(warning));
        assertThat(told.isPartial()).isEqualTo(!warning.isEmpty());
    }

    @Test
    void aRangeHasTheFinitePointsOfEachSeries() {
        var client =
                client(
                        FakePrometheus.saying(
                                200,
                                FakePrometheus.success(
                                        "matrix",
                                        "{\"metric\":{\"a\":\"1\"},\"values\":[[0,\"1\"],[1,\"NaN\"],[2.5,\"3\"]]}",
                                        "{\"metric\":{\"a\":\"2\"},\"values\":[[0,\"+Inf\"]]}")));
        assertThat(told(client.queryRange("up", Instant.EPOCH, Instant.ofEpochSecond(3), SECOND)))
                .containsExactly(
                        new Series(
                                labels("a", "1"),
                                List.of(
                                        new Sample(Instant.EPOCH, 1),
                                        new Sample(Instant.ofEpochMilli(2500), 3))),
                        new Series(labels("a", "2"), List.of()));
    }

    /** Hunts a seam that is asked for twice, or not at all, and parts that are too long. */
    @ParameterizedTest
    @CsvSource({"10_999, 1", "11_000, 2", "21_999, 2", "22_000, 3", "30_000, 3"})
    void aLongRangeIsAskedForInPartsAndHasEachPointOnce(String lastText, int parts) {
        int last = Integer.parseInt(lastText.replace("_", ""));
        FakePrometheus fake =
                fake((asked, exchange) -> FakePrometheus.say(exchange, 200, points(asked)));
        var series =
                told(
                        client(fake.plain())
                                .queryRange(
                                        "up", Instant.EPOCH, Instant.ofEpochSecond(last), SECOND));
        assertThat(fake.asked()).hasSize(parts);
        assertThat(series).hasSize(1);
        assertThat(series.getFirst().samples())
                .extracting(sample -> (int) sample.at().getEpochSecond())
                .containsExactlyElementsOf(IntStream.rangeClosed(0, last).boxed().toList());
    }

    @Test
    void ofARangeOfWhichAPartFailsNothingIsLeft() {
        var client =
                client((asked, exchange) -> {
                    boolean first = asked.form().get("start").equals("0.000");
                    FakePrometheus.say(
                            exchange,
                            first ? 200 : 422,
                            first
                                    ? points(asked)
                                    : "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"too"
                                          + " many samples\"}");
                });
        var answer = client.queryRange("up", Instant.EPOCH, Instant.ofEpochSecond(20_000), SECOND);
        assertThat(answer)
                .isEqualTo(
                        new Answer.Failed<Series>(
                                Fault.REFUSED, "the server refused: execution: too many samples"));
    }

    @Test
    void aRangeOfWhichAPartIsPartialIsPartial() {
        var client =
                client((asked, exchange) ->
                        FakePrometheus.say(
                                exchange,
                                200,
                                points(asked)
                                        .replace("\"data\"", "\"warnings\":[\"half\"],\"data\"")));
        var told =
                (Answer.Told<Series>)
                        client.queryRange(
                                "up", Instant.EPOCH, Instant.ofEpochSecond(20_000), SECOND);
        assertThat(told.warnings()).containsExactly("half");
    }

    @Test
    void aRangeThatCannotBeIsABug() {
        var client = client(FakePrometheus.vector());
        assertThatThrownBy(() -> client.queryRange("up", TIME, TIME.minusMillis(1), SECOND))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.queryRange("up", TIME, TIME, Duration.ofNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0.000000001S");
    }

    /** As a server: a point for each step, and none more than it answers at once. */
    private static String points(Asked asked) {
        int start = (int) Double.parseDouble(asked.form().get("start"));
        int end = (int) Double.parseDouble(asked.form().get("end"));
        if (end - start > 11_000 || !asked.form().get("step").equals("1.000")) {
            return "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"exceeded maximum"
                    + " resolution\"}";
        }
        return FakePrometheus.success(
                "matrix",
                IntStream.rangeClosed(start, end)
                        .mapToObj("[%d,\"1\"]"::formatted)
                        .collect(Collectors.joining(",", "{\"metric\":{},\"values\":[", "]}")));
    }

    private FakePrometheus fake(Answering answering) {
        FakePrometheus fake = FakePrometheus.http(answering);
        open.add(fake);
        return fake;
    }

    private PrometheusClient client(Answering answering) {
        return client(fake(answering).plain());
    }

    private PrometheusClient client(PrometheusServer server) {
        PrometheusClient client = new PrometheusClient(server);
        open.add(client);
        return client;
    }

    private static PrometheusServer withToken(FakePrometheus fake, Path token) {
        return new PrometheusServer(
                "prom",
                fake.url(""),
                Optional.of(token),
                Optional.empty(),
                AnswerLimit.of(Duration.ofSeconds(10)));
    }

    private static void await(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The server closes.
        }
    }

    private static Row row(Labels labels, double value) {
        return new Row(labels, TIME, OptionalDouble.of(value));
    }

    private static Labels labels(String... pairs) {
        return Labels.of(
                IntStream.range(0, pairs.length / 2)
                        .boxed()
                        .collect(Collectors.toMap(i -> pairs[2 * i], i -> pairs[2 * i + 1])));
    }

    private static <T> List<T> told(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Told.class);
        return ((Answer.Told<T>) answer).rows();
    }

    private static void assertFailed(Answer<Row> answer, Fault fault, String detail) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        var failed = (Answer.Failed<Row>) answer;
        assertThat(failed.fault()).as(failed.detail()).isEqualTo(fault);
        assertThat(failed.detail()).contains(detail);
    }
}
