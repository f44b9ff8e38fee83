// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.http.Exchange;
import dev.plimsoll.http.Request;
import dev.plimsoll.http.UnixHttp;
import dev.plimsoll.server.SocketPath;
import java.nio.file.Path;
import java.time.Duration;

/** A desk that is open in a folder of a test. */
public final class ControlRig implements AutoCloseable {
    private final Path socket;
    private final ControlServer server;

    public ControlRig(Path folder, Desk desk) {
        this.socket = folder.resolve("c.sock");
        this.server = new ControlServer(desk, new SocketPath("spec.socket", socket));
    }

    public Path socket() {
        return socket;
    }

    /** An answer that must come. */
    public Exchange.Answered send(Request request) {
        return switch (new UnixHttp(socket, Duration.ofSeconds(10)).send(request)) {
            case Exchange.Answered answered -> answered;
            case Exchange.Failed failed -> throw new AssertionError("no answer: " + failed);
        };
    }

    static JsonNode json(Exchange.Answered answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
