// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.ServerJson;
import dev.plimsoll.server.control.Answer.Refusal;
import dev.plimsoll.server.control.Order.Verb;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a controller can be asked over HTTP; see docs/run.md. */
final class ControlApi implements HttpService {
    private static final String WORKLOAD = "/v1/workloads/{namespace}/{name}";
    private static final int USUAL_ENTRIES = 100;
    private static final int MOST_ENTRIES = 10_000;

    private final Desk desk;

    ControlApi(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/status", guarded(this::status))
                .get("/v1/workloads", guarded(this::workloads))
                .get("/v1/plan", guarded(this::plan))
                .get("/v1/history", guarded(this::journal))
                .get(WORKLOAD, guarded(this::workload))
                .get(WORKLOAD + "/explanation", guarded(this::explanation))
                .get(WORKLOAD + "/history", guarded(this::history))
                .post(WORKLOAD + "/{verb}", guarded(this::order))
                .any(this::unknown);
    }

    /** Turns what cannot be used, and what cannot be read, into answers. */
    private Handler guarded(Handler handler) {
        return (request, response) -> {
            try {
                handler.handle(request, response);
            } catch (InvalidInputException e) {
                refuse(
                        response,
                        Status.BAD_REQUEST_400,
                        "Invalid",
                        String.join("; ", e.problems()));
            } catch (JournalException e) {
                refuse(
                        response,
                        Status.SERVICE_UNAVAILABLE_503,
                        "StoreUnavailable",
                        String.valueOf(e.getMessage()));
            }
        };
    }

    private void status(ServerRequest request, ServerResponse response) {
        send(response, ControlJson.status(desk.state()));
    }

    private void workloads(ServerRequest request, ServerResponse response) {
        send(response, ControlJson.workloads(desk.state()));
    }

    private void plan(ServerRequest request, ServerResponse response) {
        send(response, ControlJson.plan(desk.state()));
    }

    private void workload(ServerRequest request, ServerResponse response) {
        ControllerState state = desk.state();
        of(state, request, response)
                .ifPresent(shown -> send(response, ControlJson.workload(state, shown)));
    }

    private void history(ServerRequest request, ServerResponse response) {
        ControllerState state = desk.state();
        of(state, request, response)
                .ifPresent(shown ->
                        send(
                                response,
                                HistoryJson.history(
                                        state,
                                        shown,
                                        entries(Archive.of(desk, shown.id()), request))));
    }

    private void journal(ServerRequest request, ServerResponse response) {
        send(response, HistoryJson.journal(desk.state(), entries(Archive.whole(desk), request)));
    }

    private List<Kept> entries(Archive archive, ServerRequest request) {
        Instant until = instant(request, "until").orElse(Instant.MAX);
        int limit = limit(request);
        return instant(request, "since")
                .map(since -> archive.entries(since, until, limit))
                .orElseGet(() -> archive.newest(now(until), until, limit));
    }

    /** Where there is no clock all of the past is as far away. */
    private Instant now(Instant latest) {
        return desk.state()
                .time()
                .map(ControllerState.Time::now)
                .filter(now -> now.isBefore(latest))
                .orElse(latest);
    }

    private void explanation(ServerRequest request, ServerResponse response) {
        ControllerState state = desk.state();
        Optional<Instant> at = instant(request, "at");
        at.ifPresent(asked -> requirePast(asked, state));
        of(state, request, response).ifPresent(shown -> explain(state, shown, at, response));
    }

    private void explain(
            ControllerState state,
            WorkloadState of,
            Optional<Instant> at,
            ServerResponse response) {
        Archive archive = Archive.of(desk, of.id());
        Optional<Decided> decided =
                at.isEmpty() && of.decision().isPresent()
                        ? of.decision().map(Decided::new)
                        : archive.decision(at.orElse(Instant.MAX));
        decided.ifPresentOrElse(
                found ->
                        send(
                                response,
                                HistoryJson.explanation(state, of, found, outcome(archive, found))),
                () ->
                        refuse(
                                response,
                                Status.NOT_FOUND_404,
                                "NoDecision",
                                "the journal holds no decision of %s %s; see its history"
                                        .formatted(
                                                of.id(),
                                                at.map("at or before %s"::formatted)
                                                        .orElse("yet"))));
    }

    /** Where the journal cannot be read, that is all that is missing. */
    private static Optional<Outcome> outcome(Archive archive, Decided decided) {
        try {
            return decided.record().verdict().passed().isPresent()
                    ? archive.outcome(decided.at())
                    : Optional.empty();
        } catch (JournalException e) {
            return Optional.empty();
        }
    }

    private void order(ServerRequest request, ServerResponse response) {
        String label = request.path().pathParameters().get("verb");
        Optional<Verb> verb = Verb.of(label);
        if (verb.isEmpty()) {
            unknown(request, response);
            return;
        }
        Order order =
                OrderRequest.read(
                        ServerJson.workload(request), verb.get(), ServerJson.body(request));
        switch (desk.give(order)) {
            case Answer.Heard heard -> send(response, ControlJson.heard(order, heard));
            case Answer.Refused(Refusal refusal, String sentence) ->
                    refuse(response, status(refusal), refusal.label(), sentence);
        }
    }

    private static Status status(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_WORKLOAD -> Status.NOT_FOUND_404;
            case NOTHING_WAITS, OTHER_WAITS, NOT_PAUSED, PAUSED -> Status.CONFLICT_409;
            case NOT_RUNNING, TIMED_OUT, UNCERTAIN -> Status.SERVICE_UNAVAILABLE_503;
        };
    }

    /** The workload that is asked about; where there is none, that is the answer. */
    private Optional<WorkloadState> of(
            ControllerState state, ServerRequest request, ServerResponse response) {
        WorkloadId id = ServerJson.workload(request);
        Optional<WorkloadState> known = Optional.ofNullable(state.workloads().get(id));
        if (known.isEmpty()) {
            refuse(
                    response,
                    Status.NOT_FOUND_404,
                    Refusal.UNKNOWN_WORKLOAD.label(),
                    "no policy scales %s".formatted(id));
        }
        return known;
    }

    private static Optional<Instant> instant(ServerRequest request, String name) {
        return request.query().first(name).asOptional().map(text -> instant(name, text));
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidInputException(
                    "query", name, text, "give an instant, e.g. 2026-01-05T09:30:00Z");
        }
    }

    private static void requirePast(Instant at, ControllerState state) {
        state.time()
                .filter(time -> at.isAfter(time.now()))
                .ifPresent(time -> {
                    throw new InvalidInputException(
                            "query",
                            "at",
                            at.toString(),
                            "lies ahead: by the controller's clock it is " + time.now());
                });
    }

    private static int limit(ServerRequest request) {
        String text = request.query().first("limit").orElse(String.valueOf(USUAL_ENTRIES));
        int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw new InvalidInputException(
                    "query", "limit", text, "give a whole number from 1 to " + MOST_ENTRIES);
        }
        return limit;
    }

    private void unknown(ServerRequest request, ServerResponse response) {
        refuse(
                response,
                Status.NOT_FOUND_404,
                "UnknownPath",
                "there is no %s %s; see docs/run.md"
                        .formatted(request.prologue().method().text(), request.path().path()));
    }

    private static void send(ServerResponse response, ObjectNode json) {
        ServerJson.send(response, Status.OK_200, json);
    }

    private void refuse(ServerResponse response, Status status, String name, String sentence) {
        ObjectNode refusal = ServerJson.refusal("control-refusal", name, sentence);
        desk.state().time().ifPresent(time -> refusal.put("at", time.now().toString()));
        ServerJson.send(response, status, refusal);
    }
}
