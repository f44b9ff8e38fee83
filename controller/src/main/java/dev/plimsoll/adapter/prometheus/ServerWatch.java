// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.http.ClockOffset;
import dev.plimsoll.telemetry.Reading.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks one server what is due. Its clock is asked for first: that tells how far it is from ours,
 * and a server that does not even know that is spared the rest. Thread-safe; one asks at a time,
 * and who comes meanwhile goes away again.
 */
final class ServerWatch implements AutoCloseable {
    private static final int AT_ONCE = 8;

    private final PrometheusServer server;
    private final PrometheusClient client;
    private final List<Question> questions;
    private final InstantSource clock;
    private final InstantSource wall;
    private final ClockOffset offset = new ClockOffset(ClockOffset.USUAL_TOLERANCE);
    private final ClockOffset offWall = new ClockOffset(ClockOffset.USUAL_TOLERANCE);
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Optional<Trouble> silent = Optional.empty();

    /** A query for an instant of ours. */
    private record Due(String query, Instant at) {}

    /** The same moment on both clocks. */
    private record Moment(Instant ours, Instant wall) {}

    ServerWatch(
            PrometheusServer server, List<Slot> slots, InstantSource clock, InstantSource wall) {
        this.server = server;
        this.client = new PrometheusClient(server);
        this.questions = Question.of(slots);
        this.clock = clock;
        this.wall = wall;
    }

    Duration timeout() {
        return server.limit().timeout();
    }

    void ask(Instant now) {
        if (turn.tryLock()) {
            try {
                askDue(now);
            } finally {
                turn.unlock();
            }
        }
    }

    private void askDue(Instant now) {
        Map<Due, List<Question>> due = new LinkedHashMap<>();
        for (Question question : questions) {
            question.due(now)
                    .map(at -> new Due(question.query(), at))
                    .ifPresent(
                            key -> due.computeIfAbsent(key, _ -> new ArrayList<>()).add(question));
        }
        if (due.isEmpty()) {
            return;
        }
        silent = measureClock();
        silent.ifPresentOrElse(
                trouble -> due.values().forEach(all -> missed(all, trouble.unanswered())),
                () -> askAll(due));
    }

    private Optional<Trouble> measureClock() {
        Moment sent = moment();
        Answer<Row> answer = client.time();
        Moment received = moment();
        return switch (answer) {
            case Answer.Told<Row> told when told.rows().size() == 1 ->
                    measure(sent, received, told.rows().getFirst());
            case Answer.Told<Row> _ -> Optional.of(noClock());
            case Answer.Failed<Row>(var fault, var detail) ->
                    Optional.of(Trouble.of(fault, detail));
        };
    }

    private Moment moment() {
        return new Moment(clock.instant(), wall.instant());
    }

    private Optional<Trouble> measure(Moment sent, Moment received, Row row) {
        if (row.value().isEmpty()) {
            return Optional.of(noClock());
        }
        long millis = Math.round(row.value().getAsDouble() * 1000);
        Instant theirs = Instant.ofEpochMilli(millis);
        offset.measure(sent.ours(), received.ours(), theirs);
        offWall.measure(sent.wall(), received.wall(), theirs);
        return Optional.empty();
    }

    private static Trouble noClock() {
        return new Trouble(Cause.UNREADABLE, "the server does not know what time it is");
    }

    private void askAll(Map<Due, List<Question>> due) {
        try (ExecutorService places =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            due.forEach((key, asking) -> places.execute(() -> ask(key, asking)));
        }
    }

    private void ask(Due due, List<Question> asking) {
        switch (client.query(due.query(), offset.theirs(due.at()))) {
            case Answer.Told<Row> told when told.isPartial() -> {
                Trouble trouble =
                        new Trouble(
                                Cause.PARTIAL,
                                "has a partial answer, which is not used: "
                                        + told.warnings().getFirst());
                asking.forEach(question -> question.absent(trouble, due.at()));
            }
            case Answer.Told<Row> told -> {
                RowIndex rows = new RowIndex(told.rows());
                asking.forEach(question -> question.found(rows, due.at()));
            }
            case Answer.Failed<Row>(var fault, var detail) ->
                    missed(asking, Trouble.of(fault, detail).unanswered());
        }
    }

    private static void missed(List<Question> asking, Trouble trouble) {
        asking.forEach(question -> question.missed(trouble));
    }

    /** The server's trouble, or those of its questions. */
    List<String> problems() {
        return silent.map(trouble ->
                        List.of("source %s: %s".formatted(server.name(), trouble.clause())))
                .orElseGet(() ->
                        questions.stream().flatMap(each -> each.problems().stream()).toList());
    }

    /** How far its clock is from the wall's, where that is worth a sentence. */
    Optional<String> clockDifference() {
        return offWall.sentence().map(said -> "source %s: %s".formatted(server.name(), said));
    }

    @Override
    public void close() {
        client.close();
    }
}
