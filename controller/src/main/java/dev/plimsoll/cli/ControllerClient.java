// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.http.Exchange;
import dev.plimsoll.http.Request;
import dev.plimsoll.http.UnixHttp;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks a running controller over its socket (docs/run.md). What it refuses because of what was
 * asked cannot be used; every other refusal, and silence, is a no.
 */
final class ControllerClient {
    /** More than the controller takes to say that it did not get to something. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SEE_GET = "'plimsoll get' lists what there is";

    private final UnixHttp http;

    ControllerClient(Path socket) {
        this.http = new UnixHttp(socket, PATIENCE);
    }

    ObjectNode get(String path) {
        return answer(http.send(Request.get(path)));
    }

    ObjectNode post(String path, ObjectNode body) {
        return answer(http.send(Request.post(path, body.toString())));
    }

    static ObjectNode body() {
        return MAPPER.createObjectNode();
    }

    /** The path of what is asked of a workload. */
    static String path(WorkloadId id) {
        return "/v1/workloads/%s/%s"
                .formatted(Request.encoded(id.namespace()), Request.encoded(id.name()));
    }

    /** The clock by which the controller decides. */
    Instant now() {
        String now = get("/v1/status").path("now").asText();
        if (now.isEmpty()) {
            throw new NoException(
                    "the controller has no clock: its platform or its store is gone, see"
                            + " 'plimsoll get'");
        }
        return Instant.parse(now);
    }

    /** The workload that a person names, as NAMESPACE/NAME or as NAME alone. */
    WorkloadId workload(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2 || text.isBlank() || text.startsWith("/") || text.endsWith("/")) {
            throw refusal(text, "give NAMESPACE/NAME, or NAME where it is the only one");
        }
        return parts.length == 2 ? new WorkloadId(parts[0], parts[1]) : onlyOne(text);
    }

    private WorkloadId onlyOne(String name) {
        List<WorkloadId> named =
                get("/v1/workloads")
                        .path("workloads")
                        .valueStream()
                        .map(ControllerClient::id)
                        .filter(id -> id.name().equals(name))
                        .toList();
        if (named.size() != 1) {
            throw refusal(
                    name,
                    named.isEmpty()
                            ? "no policy scales it; " + SEE_GET
                            : "there are several, %s; name one of them".formatted(named));
        }
        return named.getFirst();
    }

    /** Of whom a part of an answer tells. */
    static WorkloadId id(JsonNode node) {
        return new WorkloadId(node.path("namespace").asText(), node.path("name").asText());
    }

    private ObjectNode answer(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered(int status, var body) -> answer(status, body);
            case Exchange.Failed(var failure, var detail)
                    when failure == Exchange.Failure.UNREACHABLE ->
                    throw new NoException(
                            ("no controller listens on %s (%s); start one with 'plimsoll run', or"
                                            + " name its spec.socket with --socket")
                                    .formatted(http.socket(), detail));
            case Exchange.Failed(var _, var detail) ->
                    throw new NoException(
                            "the controller on %s gave no answer: %s"
                                    .formatted(http.socket(), detail));
        };
    }

    private ObjectNode answer(int status, String body) {
        ObjectNode json =
                json(body)
                        .orElseThrow(() ->
                                new NoException(
                                        "what listens on %s is no controller; name another --socket"
                                                .formatted(http.socket())));
        if (status == 200) {
            return json;
        }
        String sentence = json.path("sentence").asText("status " + status);
        if (json.path("refusal").asText().equals("UnknownWorkload")) {
            throw unknown(sentence);
        }
        throw status == 400
                ? new InvalidInputException(TypedNames.of(sentence))
                : new NoException(sentence);
    }

    /** A workload that no policy scales was asked for. */
    static InvalidInputException unknown(String sentence) {
        return new InvalidInputException("%s; %s".formatted(sentence, SEE_GET));
    }

    private static Optional<ObjectNode> json(String body) {
        try {
            return Optional.of(MAPPER.readTree(body))
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast);
        } catch (JsonProcessingException e) {
            return Optional.empty(); // Said above: whoever answers like that is something else.
        }
    }

    private static InvalidInputException refusal(String text, String mend) {
        return new InvalidInputException("WORKLOAD", "name", text, mend);
    }
}
