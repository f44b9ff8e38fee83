// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.http.Exchange;
import dev.plimsoll.http.Request;
import dev.plimsoll.http.UnixHttp;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a fleet over its socket. Thread-safe. */
public final class FleetClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final UnixHttp http;

    /** What a fleet said, or why it said nothing that can be used. */
    sealed interface Reply {
        record Said(int status, JsonNode body) implements Reply {}

        record Silent(Fault fault, String detail) implements Reply {}
    }

    /**
     * A client that has asked nothing yet.
     *
     * @param timeout for each answer
     */
    public FleetClient(Path socket, Duration timeout) {
        this.http = new UnixHttp(socket, timeout);
    }

    /** As a person knows the fleet. */
    String name() {
        return "unix:" + http.socket();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    Reply get(String path) {
        return reply(http.send(Request.get(path)));
    }

    Reply put(String path, ObjectNode body) {
        return reply(http.send(Request.put(path, body.toString())));
    }

    private static Reply reply(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered(int status, var body) when status >= 500 ->
                    new Reply.Silent(Fault.FAULTY, "status %d %s".formatted(status, first(body)));
            case Exchange.Answered(int status, var body) -> said(status, body);
            case Exchange.Failed(var failure, var detail) ->
                    new Reply.Silent(fault(failure), detail);
        };
    }

    private static Reply said(int status, String body) {
        try {
            return new Reply.Said(status, MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return new Reply.Silent(Fault.UNREADABLE, "no JSON: " + first(body));
        }
    }

    private static String first(String body) {
        return body.length() <= 80 ? body.strip() : body.substring(0, 77).strip() + "...";
    }

    private static Fault fault(Exchange.Failure failure) {
        return switch (failure) {
            case UNREACHABLE -> Fault.UNREACHABLE;
            case TIMED_OUT -> Fault.TIMED_OUT;
            case UNREADABLE -> Fault.UNREADABLE;
        };
    }
}
