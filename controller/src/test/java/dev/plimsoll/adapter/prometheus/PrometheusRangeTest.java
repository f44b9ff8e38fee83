// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static dev.plimsoll.adapter.prometheus.ClientRig.TIME;
import static dev.plimsoll.adapter.prometheus.ClientRig.labels;
import static dev.plimsoll.adapter.prometheus.ClientRig.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.adapter.prometheus.FakePrometheus.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges, which are asked for in parts. */
@Timeout(60)
class PrometheusRangeTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ClientRig rig = new ClientRig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aRangeHasTheFinitePointsOfEachSeries() {
        var client =
                rig.client(
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
                rig.fake((asked, exchange) -> FakePrometheus.say(exchange, 200, points(asked)));
        var series =
                told(
                        rig.client(fake.plain())
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
                rig.client((asked, exchange) -> {
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
                rig.client((asked, exchange) ->
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
        var client = rig.client(FakePrometheus.vector());
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
}
