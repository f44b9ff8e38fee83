// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static dev.plimsoll.adapter.prometheus.ClientRig.TIME;
import static dev.plimsoll.adapter.prometheus.ClientRig.assertFailed;
import static dev.plimsoll.adapter.prometheus.ClientRig.labels;
import static dev.plimsoll.adapter.prometheus.ClientRig.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.adapter.prometheus.FakePrometheus.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked at an instant, and what an answer is read as. */
@Timeout(60)
class PrometheusClientTest {
    private final ClientRig rig = new ClientRig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aVectorHasARowForEachSeries() {
        var client =
                rig.client(
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
                rig.client(
                        FakePrometheus.saying(
                                200, FakePrometheus.success("scalar", "1767571215.25", "\"7\"")));
        assertThat(client.query("7", TIME))
                .isEqualTo(new Answer.Told<>(List.of(row(Labels.NONE, 7)), List.of()));
    }

    @Test
    void noSeriesIsNoRowAndNotZero() {
        assertThat(rig.client(FakePrometheus.vector()).query("up", TIME))
                .isEqualTo(new Answer.Told<Row>(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"NaN", "+Inf", "-Inf", "1e999"})
    void whatIsNoFiniteNumberIsAbsent(String value) {
        var client =
                rig.client(FakePrometheus.vector(FakePrometheus.row("", 1767571215.25, value)));
        assertThat(told(client.query("up", TIME)))
                .containsExactly(new Row(Labels.NONE, TIME, OptionalDouble.empty()));
    }

    @Test
    void asksAtTheInstantAndUnderThePathAndPastTheCache() {
        FakePrometheus fake = rig.fake(FakePrometheus.vector());
        rig.client(fake.at("/prom/", AnswerLimit.of(Duration.ofSeconds(1))))
                .query("sum(up{a=\"b&c\"}) + 1", TIME);
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
                rig.client(FakePrometheus.saying(status, body)).query("up", TIME),
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
                rig.client(FakePrometheus.saying(200, body)).query("up", TIME),
                Fault.UNREADABLE,
                "the answer cannot be understood, ");
    }

    @Test
    void garbageIsShownInOneShortLine() {
        var client = rig.client(FakePrometheus.saying(200, "<p>\u001b[31m\n" + "x".repeat(10_000)));
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
                rig.client(
                        FakePrometheus.saying(
                                200,
                                "{\"status\":\"success\",%s,\"data\":{\"resultType\":\"vector\",\"result\":[]}}"
                                        .formatted(field)));
        var told = (Answer.Told<Row>) client.query("up", TIME);
        assertThat(told.warnings())
                .containsExactlyElementsOf(warning.isEmpty() ? List.of() : List.of(warning));
        assertThat(told.isPartial()).isEqualTo(!warning.isEmpty());
    }

    private static Row row(Labels labels, double value) {
        return new Row(labels, TIME, OptionalDouble.of(value));
    }
}
