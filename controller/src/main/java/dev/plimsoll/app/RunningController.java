// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.http.Exchange;
import dev.plimsoll.http.Request;
import dev.plimsoll.http.UnixHttp;
import dev.plimsoll.server.SocketPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A controller that listens somewhere already. */
final class RunningController {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private RunningController() {}

    /** That it runs, and which it is; empty if none listens there. */
    static Optional<String> sentence(SocketPath socket) {
        return name(socket.path())
                .map(name -> "the controller %s runs, and listens on %s".formatted(name, socket));
    }

    private static Optional<String> name(Path socket) {
        return switch (new UnixHttp(socket, TIMEOUT).send(Request.get("/v1/status"))) {
            case Exchange.Answered(int status, var body) when status == 200 -> name(body);
            case Exchange.Answered _, Exchange.Failed _ -> Optional.empty();
        };
    }

    private static Optional<String> name(String body) {
        try {
            JsonNode status = new ObjectMapper().readTree(body);
            return Optional.of(status.path("name").asText())
                    .filter(_ ->
                            status.path("schema")
                                    .asText()
                                    .startsWith("plimsoll.dev/control-status/"));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // Whoever answers like that is something else.
        }
    }
}
