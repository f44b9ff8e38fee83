// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.plimsoll.adapter.prometheus.FakePrometheus.Answering;
import dev.plimsoll.adapter.prometheus.FakePrometheus.Asked;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TelemetrySource;
import dev.plimsoll.telemetry.TelemetrySourceContract;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PrometheusTelemetryTest extends TelemetrySourceContract {
    private static final Instant READABLE = END.plus(CADENCE.metricsDelay());
    private static final Duration INTERVAL = CADENCE.metricsInterval();
    private static final WorkloadId API = new WorkloadId("shop", "api");

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final FakePrometheus fake = keep(FakePrometheus.http(this::answer));

    /** Of the server, and ours; they differ only in the tests of clocks. */
    private volatile Instant theirs = READABLE;

    private volatile Instant ours = READABLE;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Override
    protected TelemetrySource measured(double demand, double utilization) {
        answers.put("d", value(demand));
        answers.put("u", value(utilization));
        return refreshed(watched(WEB, metric(Signal.DEMAND, "d"), metric(Signal.UTILIZATION, "u")));
    }

    @Override
    protected TelemetrySource silent() {
        return telemetry(watched(WEB, metric(Signal.DEMAND, "d")));
    }

    @Test
    void aValueIsTurnedIntoTheUnitOfTheSignal() {
        answers.put("l", value(250));
        var telemetry =
                refreshed(
                        watched(
                                WEB,
                                new WatchedMetric(
                                        Signal.TAIL_LATENCY, "prom", "l", 0.001, Labels.NONE)));
        assertThat(telemetry.read(WEB, READABLE).of(Signal.TAIL_LATENCY))
                .isEqualTo(new Reading.Fresh(0.25, END));
        assertThat(telemetry.problems()).isEmpty();
    }

    @Test
    void eachIntervalIsAskedForOnceAndAsSoonAsItCanBeRead() {
        answers.put("d", value(30));
        var telemetry = telemetry(watched(WEB, metric(Signal.DEMAND, "d")));
        for (int second = 0; second < 30; second++) {
            telemetry.refresh(READABLE.plusMillis(700 + 1000L * second));
        }
        assertThat(timesOf("d")).containsExactly("1767571215.000", "1767571230.000");
    }

    @Test
    void aQueryIsAskedOnceForAllThatReadFromItsAnswer() {
        answers.put("d", rows(row("web", "30"), row("api", "0")));
        var telemetry =
                refreshed(
                        watched(WEB, selecting("d", "workload", "web")),
                        watched(API, selecting("d", "workload", "api")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(demand(telemetry, API)).isEqualTo(new Reading.Fresh(0, END));
        assertThat(timesOf("d")).hasSize(1);
    }

    @Test
    void workloadsOfDifferentRhythmsShareWhatTheyAskAtTheSameTime() {
        answers.put("d", value(30));
        Cadence slow = new Cadence(INTERVAL, INTERVAL.multipliedBy(2), CADENCE.metricsDelay());
        var telemetry =
                telemetry(
                        watched(WEB, metric(Signal.DEMAND, "d")),
                        new WatchedWorkload(API, slow, List.of(metric(Signal.DEMAND, "d"))));
        telemetry.refresh(READABLE.plus(INTERVAL));
        telemetry.refresh(READABLE.plus(INTERVAL.multipliedBy(2)));
        assertThat(timesOf("d")).containsExactly("1767571230.000", "1767571245.000");
        assertThat(demand(telemetry, API)).isEqualTo(new Reading.Fresh(30, END.plus(INTERVAL)));
    }

    @Test
    void halfTheSeriesLeavesTheOthersAbsentAndNotZero() {
        answers.put("d", rows(row("web", "30")));
        var telemetry =
                refreshed(
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
        answers.put("d", value(30));
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        answers.put("d", FakePrometheus.vector());
        telemetry.refresh(READABLE.plus(INTERVAL));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.NO_SERIES));
    }

    @Test
    void twoSeriesAreAmbiguousAndNamed() {
        answers.put(
                "up",
                FakePrometheus.vector(
                        FakePrometheus.row("\"instance\":\"a:1\"", 0, "1"),
                        FakePrometheus.row("\"instance\":\"b:1\"", 0, "1")));
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, "up")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.AMBIGUOUS));
        assertThat(telemetry.problems())
                .containsExactly(
                        "source prom: query 'up' for demand of shop/web matches 2 series,"
                                + " {instance=\"a:1\"} and {instance=\"b:1\"}: aggregate them, or"
                                + " give labels");
    }

    @Test
    void labelsThatDoNotTellApartAreAmbiguous() {
        answers.put(
                "d",
                rows(
                        FakePrometheus.row("\"workload\":\"web\",\"zone\":\"1\"", 0, "1"),
                        FakePrometheus.row("\"workload\":\"web\",\"zone\":\"2\"", 0, "1"),
                        row("api", "5")));
        var telemetry = refreshed(watched(WEB, selecting("d", "workload", "web")));
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
        answers.put("d", FakePrometheus.vector(FakePrometheus.row("", 0, value)));
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.INVALID));
        assertThat(telemetry.problems())
                .containsExactly("source prom: query 'd' for demand of shop/web " + problem);
    }

    @Test
    void aPartialAnswerIsNotUsed() {
        answers.put(
                "d",
                FakePrometheus.saying(
                        200,
                        FakePrometheus.success("vector", row("web", "15"))
                                .replace("\"data\"", "\"isPartial\":true,\"data\"")));
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
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
        answers.put("d", FakePrometheus.saying(status, body));
        answers.put("u", value(0.5));
        var telemetry =
                refreshed(
                        watched(WEB, metric(Signal.DEMAND, "d"), metric(Signal.UTILIZATION, "u")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(cause));
        assertThat(telemetry.read(WEB, READABLE).isFresh(Signal.UTILIZATION)).isTrue();
        assertThat(telemetry.problems()).hasSize(1);
        assertThat(telemetry.problems().getFirst())
                .startsWith("source prom: query 'd' for demand of shop/web has no answer: the ");
    }

    @Test
    void whatWasReadGrowsOldWhileThereIsNoAnswerAndIsAskedForAgain() {
        answers.put("d", value(30));
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        answers.put("d", FakePrometheus.saying(500, "out of order"));
        fake.forget();
        Instant later = READABLE.plus(INTERVAL);
        telemetry.refresh(later);
        telemetry.refresh(later.plusSeconds(2));
        assertThat(timesOf("d")).containsExactly("1767571230.000", "1767571230.000");
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
        answers.put("d", value(40));
        telemetry.refresh(later.plusSeconds(4));
        assertThat(telemetry.read(WEB, later).of(Signal.DEMAND))
                .isEqualTo(new Reading.Fresh(40, END.plus(INTERVAL)));
        assertThat(telemetry.problems()).isEmpty();
    }

    @Test
    void aServerThatIsGoneIsToldOnceAndAskedOnlyForItsClock() {
        answers.put("time()", FakePrometheus.saying(502, "bad gateway"));
        var telemetry =
                refreshed(
                        watched(WEB, metric(Signal.DEMAND, "d"), metric(Signal.UTILIZATION, "u")),
                        watched(API, metric(Signal.DEMAND, "e")));
        assertThat(fake.asked()).extracting(Asked::query).containsExactly("time()");
        assertThat(telemetry.problems())
                .containsExactly("source prom: the server refused with status 502: bad gateway");
        assertThat(telemetry.problems(API))
                .containsExactly(
                        "source prom: query 'e' for demand of shop/api has no answer: the server"
                                + " refused with status 502: bad gateway");
        fake.close();
        telemetry.refresh(READABLE);
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.UNREACHABLE));
        assertThat(telemetry.problems())
                .containsExactly(
                        "source prom: the server cannot be reached: nobody listens there, or no"
                                + " way leads there");
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
        answers.put("time()", FakePrometheus.vector(result));
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Absent(Cause.UNREADABLE));
        assertThat(telemetry.problems())
                .containsExactly("source prom: the server does not know what time it is");
    }

    /** Hunts a slow server that keeps the readings of others from coming in. */
    @Test
    void aSlowServerHoldsUpNobodyElse() {
        CountDownLatch answered = new CountDownLatch(1);
        FakePrometheus slow =
                keep(
                        FakePrometheus.http((_, exchange) -> {
                            await(answered);
                            value(7).answer(new Asked("", Map.of(), Optional.empty()), exchange);
                        }));
        answers.put("d", value(30));
        var telemetry =
                keep(
                        new PrometheusTelemetry(
                                List.of(
                                        new PrometheusServer(
                                                "slow",
                                                slow.url(""),
                                                Optional.empty(),
                                                Optional.empty(),
                                                AnswerLimit.of(Duration.ofSeconds(1))),
                                        fake.at("", AnswerLimit.of(Duration.ofSeconds(1)))),
                                List.of(
                                        watched(WEB, metric(Signal.DEMAND, "d")),
                                        watched(
                                                API,
                                                new WatchedMetric(
                                                        Signal.DEMAND,
                                                        "slow",
                                                        "d",
                                                        1,
                                                        Labels.NONE))),
                                () -> ours));
        telemetry.refresh(READABLE);
        telemetry.refresh(READABLE.plus(INTERVAL));
        assertThat(telemetry.read(WEB, READABLE.plus(INTERVAL)).of(Signal.DEMAND))
                .isEqualTo(new Reading.Fresh(30, END.plus(INTERVAL)));
        assertThat(demand(telemetry, API)).isEqualTo(new Reading.Absent(Cause.UNREACHABLE));
        assertThat(telemetry.problems())
                .containsExactly("source slow: the server did not answer within 1s");
        answered.countDown();
    }

    @Test
    void whatIsBeingAskedIsNotAskedASecondTime() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        answers.put(
                "d",
                (question, exchange) -> {
                    asked.countDown();
                    await(release);
                    value(30).answer(question, exchange);
                });
        var telemetry = telemetry(watched(WEB, metric(Signal.DEMAND, "d")));
        Thread first = Thread.ofVirtual().start(() -> telemetry.refresh(READABLE));
        await(asked);
        telemetry.refresh(READABLE);
        assertThat(demand(telemetry, WEB)).isEqualTo(Reading.NEVER_SEEN);
        release.countDown();
        first.join();
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(timesOf("d")).hasSize(1);
    }

    @Test
    void severalQueriesAreAskedAtOnceButNotAll() {
        AtomicInteger asking = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch eight = new CountDownLatch(8);
        List<WatchedMetric> metrics = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            metrics.add(metric(signal, signal.name()));
            answers.put(
                    signal.name(),
                    (asked, exchange) -> {
                        most.accumulateAndGet(asking.incrementAndGet(), Math::max);
                        eight.countDown();
                        await(eight);
                        asking.decrementAndGet();
                        value(1).answer(asked, exchange);
                    });
        }
        var telemetry = refreshed(new WatchedWorkload(WEB, CADENCE, metrics));
        assertThat(telemetry.problems()).isEmpty();
        assertThat(most).hasValue(8);
    }

    @Test
    void questionsAreMovedToTheClockOfTheServerAndReadingsStayOnOurs() {
        theirs = READABLE.plus(Duration.ofDays(100));
        answers.put("d", value(30));
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        assertThat(timesOf("d")).containsExactly("1776211215.000");
        assertThat(demand(telemetry, WEB)).isEqualTo(new Reading.Fresh(30, END));
        assertThat(telemetry.clockDifferences())
                .containsExactly("source prom: its clock is 100 days ahead of ours");
        assertThat(telemetry.problems()).isEmpty();
    }

    @Test
    void aSmallDifferenceOfTheClocksChangesNothing() {
        theirs = READABLE.minusMillis(1900);
        answers.put("d", value(30));
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        assertThat(timesOf("d")).containsExactly("1767571215.000");
        assertThat(telemetry.clockDifferences()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackIsFollowed() {
        answers.put("d", value(30));
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, "d")));
        ours = READABLE.minus(INTERVAL.multipliedBy(100));
        telemetry.refresh(ours);
        assertThat(telemetry.read(WEB, ours).of(Signal.DEMAND))
                .isEqualTo(new Reading.Fresh(30, END.minus(INTERVAL.multipliedBy(100))));
    }

    @Test
    void thousandsOfWorkloadsShareAFewQueries() {
        int workloads = 5_000;
        Signal[] signals = {
            Signal.DEMAND, Signal.UTILIZATION, Signal.READY_REPLICAS, Signal.MEAN_LATENCY
        };
        String[] rows =
                IntStream.range(0, workloads)
                        .filter(i -> i != 77)
                        .mapToObj(i -> row("w" + i, String.valueOf(i)))
                        .toArray(String[]::new);
        answers.put("q", FakePrometheus.vector(rows));
        answers.put("r", FakePrometheus.vector(rows));
        var telemetry =
                refreshed(
                        IntStream.range(0, workloads)
                                .mapToObj(i ->
                                        watched(
                                                new WorkloadId("shop", "w" + i),
                                                Stream.of(signals)
                                                        .map(signal ->
                                                                new WatchedMetric(
                                                                        signal,
                                                                        "prom",
                                                                        signal == Signal.DEMAND
                                                                                ? "q"
                                                                                : "r",
                                                                        1,
                                                                        Labels.of(
                                                                                Map.of(
                                                                                        "workload",
                                                                                        "w" + i))))
                                                        .toArray(WatchedMetric[]::new)))
                                .toArray(WatchedWorkload[]::new));
        assertThat(fake.asked()).hasSize(3);
        assertThat(demand(telemetry, new WorkloadId("shop", "w4999")))
                .isEqualTo(new Reading.Fresh(4999, END));
        assertThat(telemetry.problems())
                .containsExactly(
                        "source prom: query 'q' for demand of shop/w77 found no series with"
                                + " {workload=\"w77\"}",
                        "source prom: query 'r' for utilization of shop/w77 found no series with"
                                + " {workload=\"w77\"} (and so it is with 2 more)");
    }

    @Test
    void aLongQueryIsShownInOneShortLine() {
        String query = "sum(\n  rate(" + "x".repeat(5_000) + "[1m]))";
        answers.put(query, FakePrometheus.vector());
        var telemetry = refreshed(watched(WEB, metric(Signal.DEMAND, query)));
        assertThat(telemetry.problems().getFirst())
                .startsWith("source prom: query 'sum( rate(xxx")
                .endsWith("xxx...' for demand of shop/web found no series")
                .hasSizeLessThan(170);
    }

    @Test
    void aMetricOfAServerThatThereIsNotIsABug() {
        assertThatThrownBy(() ->
                        telemetry(
                                watched(
                                        WEB,
                                        new WatchedMetric(
                                                Signal.DEMAND, "prm", "d", 1, Labels.NONE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'prm', which is none of the servers [prom]");
    }

    private void answer(Asked asked, HttpExchange exchange) throws IOException {
        Answering clock =
                FakePrometheus.vector(
                        FakePrometheus.row("", 0, String.valueOf(theirs.getEpochSecond())));
        answers.getOrDefault(asked.query(), asked.query().equals("time()") ? clock : unknown())
                .answer(asked, exchange);
    }

    private static Answering unknown() {
        return FakePrometheus.saying(404, "this was not to be asked");
    }

    private static Answering value(double value) {
        String text =
                Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : String.valueOf(value);
        return FakePrometheus.vector(FakePrometheus.row("", 0, text));
    }

    private static Answering rows(String... rows) {
        return FakePrometheus.vector(rows);
    }

    private static String row(String workload, String value) {
        return FakePrometheus.row("\"workload\":\"%s\"".formatted(workload), 0, value);
    }

    private static WatchedWorkload watched(WorkloadId workload, WatchedMetric... metrics) {
        return new WatchedWorkload(workload, CADENCE, List.of(metrics));
    }

    private static WatchedMetric metric(Signal signal, String query) {
        return new WatchedMetric(signal, "prom", query, 1, Labels.NONE);
    }

    private static WatchedMetric selecting(String query, String label, String value) {
        return new WatchedMetric(Signal.DEMAND, "prom", query, 1, Labels.of(Map.of(label, value)));
    }

    private PrometheusTelemetry refreshed(WatchedWorkload... workloads) {
        PrometheusTelemetry telemetry = telemetry(workloads);
        telemetry.refresh(READABLE);
        return telemetry;
    }

    private PrometheusTelemetry telemetry(WatchedWorkload... workloads) {
        return keep(new PrometheusTelemetry(List.of(fake.plain()), List.of(workloads), () -> ours));
    }

    private static Reading demand(TelemetrySource telemetry, WorkloadId workload) {
        return telemetry.read(workload, READABLE).of(Signal.DEMAND);
    }

    private List<String> timesOf(String query) {
        return fake.asked().stream()
                .filter(asked -> asked.query().equals(query))
                .map(asked -> asked.form().getOrDefault("time", ""))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened for 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The server closes.
        }
    }

    private <T extends AutoCloseable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
