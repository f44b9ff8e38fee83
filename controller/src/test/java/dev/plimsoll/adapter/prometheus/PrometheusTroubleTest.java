// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static dev.plimsoll.adapter.prometheus.TelemetryRig.API;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.CADENCE;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.END;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.INTERVAL;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.READABLE;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.WEB;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.demand;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.metric;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.row;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.selecting;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.value;
import static dev.plimsoll.adapter.prometheus.TelemetryRig.watched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.adapter.prometheus.FakePrometheus.Asked;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is absent, with its cause, and said in a sentence. */
@Timeout(60)
class PrometheusTroubleTest {
    private final TelemetryRig rig = new TelemetryRig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void halfTheSeriesLeavesTheOthersAbsentAndNotZero() {
        rig.answer("d", FakePrometheus.vector(row("web", "30")));
        var telemetry =
                rig.refreshed(
                        watched(WEB, selecting("d", "workload", "web")),
                        watched(API, selecting("d", "workload", "api")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(demand(telemetry, API)).isEqualTo(new Reading.Absent(Cause.NO_SERIES));
        assertThat(telemetry.problems())
                .containsExactly(
                        "source prom: query 'd' for demand of shop/api found no series with"
                                + " {workload=\"api\"}");
        assertThat(telemetry.problems(WEB)).isEmpty();
        assertThat(telemetry.problems(API)).isEqualTo(telemetry.problems());
    }

    @Test
    void aSeriesThatEndedIsAbsentAndNotItsLastValue() {
        rig.answer("d", value(30));
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        rig.answer("d", FakePrometheus.vector());
        telemetry.refresh(READABLE.plus(INTERVAL));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.NO_SERIES));
    }

    @Test
    void twoSeriesAreAmbiguousAndNamed() {
        rig.answer(
                "up",
                FakePrometheus.vector(
                        FakePrometheus.row("\"instance\":\"a:1\"", 0, "1"),
                        FakePrometheus.row("\"instance\":\"b:1\"", 0, "1")));
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, "up")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.AMBIGUOUS));
        assertThat(telemetry.problems())
                .containsExactly(
                        "source prom: query 'up' for demand of shop/web matches 2 series,"
                                + " {instance=\"a:1\"} and {instance=\"b:1\"}: aggregate them, or"
                                + " give labels");
    }

    @Test
    void labelsThatDoNotTellApartAreAmbiguous() {
        rig.answer(
                "d",
                FakePrometheus.vector(
                        FakePrometheus.row("\"workload\":\"web\",\"zone\":\"1\"", 0, "1"),
                        FakePrometheus.row("\"workload\":\"web\",\"zone\":\"2\"", 0, "1"),
                        row("api", "5")));
        var telemetry = rig.refreshed(watched(WEB, selecting("d", "workload", "web")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.AMBIGUOUS));
        assertThat(telemetry.problems().getFirst())
                .endsWith(
                        "matches 2 series with {workload=\"web\"}, {workload=\"web\", zone=\"1\"}"
                                + " and {workload=\"web\", zone=\"2\"}: aggregate them, or give"
                                + " more labels");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 'found NaN or infinity, which is no reading'",
        "+Inf, 'found NaN or infinity, which is no reading'",
        "-3, 'found -3.0, which is below zero'"
    })
    void whatIsNoQuantityIsAbsentAndSaidSo(String value, String problem) {
        rig.answer("d", FakePrometheus.vector(FakePrometheus.row("", 0, value)));
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.INVALID));
        assertThat(telemetry.problems())
                .containsExactly("source prom: query 'd' for demand of shop/web " + problem);
    }

    @Test
    void aPartialAnswerIsNotUsed() {
        rig.answer(
                "d",
                FakePrometheus.saying(
                        200,
                        FakePrometheus.success("vector", row("web", "15"))
                                .replace("\"data\"", "\"isPartial\":true,\"data\"")));
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.PARTIAL));
        assertThat(telemetry.problems())
                .containsExactly(
                        "source prom: query 'd' for demand of shop/web has a partial answer, which"
                                + " is not used: a part of the data could not be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | gibberish | UNREADABLE
                    503 | down      | REFUSED
                    422 | {"status":"error","errorType":"execution","error":"found duplicate series"} | REFUSED
                    """)
    void aQueryWithoutAnAnswerIsAbsentWithTheCauseIfThereWasNeverOne(
            int status, String body, Cause cause) {
        rig.answer("d", FakePrometheus.saying(status, body));
        rig.answer("u", value(0.5));
        var telemetry =
                rig.refreshed(
                        watched(WEB, metric(Signal.DEMAND, "d"), metric(Signal.UTILIZATION, "u")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(cause));
        assertThat(telemetry.read(WEB, READABLE).isFresh(Signal.UTILIZATION)).isTrue();
        assertThat(telemetry.problems()).hasSize(1);
        assertThat(telemetry.problems().getFirst())
                .startsWith("source prom: query 'd' for demand of shop/web has no answer: the ");
    }

    @Test
    void whatWasReadGrowsOldWhileThereIsNoAnswerAndIsAskedForAgain() {
        rig.answer("d", value(30));
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        rig.answer("d", FakePrometheus.saying(500, "out of order"));
        rig.fake().forget();
        Instant later = READABLE.plus(INTERVAL);
        telemetry.refresh(later);
        telemetry.refresh(later.plusSeconds(2));
        assertThat(rig.timesOf("d")).containsExactly("1767571230.000", "1767571230.000");
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(
                        telemetry
                                .read(WEB, END.plus(CADENCE.freshFor()).plusMillis(1))
                                .of(Signal.DEMAND))
                .isEqualTo(new Reading.Stale(30, END));
        assertThat(telemetry.problems())
                .containsExactly(
                        "source prom: query 'd' for demand of shop/web has no answer: the server"
                                + " refused with status 500: out of order");
        rig.answer("d", value(40));
        telemetry.refresh(later.plusSeconds(4));
        assertThat(telemetry.read(WEB, later).of(Signal.DEMAND))
                .isEqualTo(new Reading.Fresh(40, END.plus(INTERVAL)));
        assertThat(telemetry.problems()).isEmpty();
    }

    @Test
    void aServerThatIsGoneIsToldOnceAndAskedOnlyForItsClock() {
        rig.answer("time()", FakePrometheus.saying(502, "bad gateway"));
        var telemetry =
                rig.refreshed(
                        watched(WEB, metric(Signal.DEMAND, "d"), metric(Signal.UTILIZATION, "u")),
                        watched(API, metric(Signal.DEMAND, "e")));
        assertThat(rig.fake().asked()).extracting(Asked::query).containsExactly("time()");
        assertThat(telemetry.problems())
                .containsExactly("source prom: the server refused with status 502: bad gateway");
        assertThat(telemetry.problems(API))
                .containsExactly(
                        "source prom: query 'e' for demand of shop/api has no answer: the server"
                                + " refused with status 502: bad gateway");
        rig.fake().close();
        telemetry.refresh(READABLE);
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.UNREACHABLE));
        assertThat(telemetry.problems())
                .containsExactly(
                        "source prom: the server at %s cannot be reached: nobody listens there, or no way leads there"
                                .formatted(rig.fake().url("")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"metric":{},"value":[0,"NaN"]}
                    {"metric":{},"value":[0,"1"]},{"metric":{"a":"b"},"value":[0,"1"]}
                    """)
    void aServerThatDoesNotKnowTheTimeIsNotAskedForMore(String result) {
        rig.answer("time()", FakePrometheus.vector(result));
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.UNREADABLE));
        assertThat(telemetry.problems())
                .containsExactly("source prom: the server does not know what time it is");
    }

    @Test
    void aLongQueryIsShownInOneShortLine() {
        String query = "sum(\n  rate(" + "x".repeat(5_000) + "[1m]))";
        rig.answer(query, FakePrometheus.vector());
        var telemetry = rig.refreshed(watched(WEB, metric(Signal.DEMAND, query)));
        assertThat(telemetry.problems().getFirst())
                .startsWith("source prom: query 'sum( rate(xxx")
                .endsWith("xxx...' for demand of shop/web found no series")
                .hasSizeLessThan(170);
    }
}
