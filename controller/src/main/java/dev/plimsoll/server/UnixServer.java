// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import dev.plimsoll.model.InvalidInputException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpService;

/**
 * A service that listens on a Unix socket of its own until it is closed. Only the owner gets in.
 */
public final class UnixServer implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;

    private final SocketPath socket;
    private final WebServer server;

    /**
     * Begins to listen.
     *
     * @throws InvalidInputException if it cannot listen there, for example because somebody does
     */
    public UnixServer(SocketPath socket, HttpService service) {
        this.socket = socket;
        socket.claim();
        this.server =
                QuietServer.start(
                                WebServer.builder()
                                        .bindAddress(socket.address())
                                        .maxPayloadSize(MOST_BYTES)
                                        .routing(routing -> routing.register(service)))
                        .orElseThrow(socket::refusal);
        socket.close();
    }

    /** Where it can be asked. */
    public String address() {
        return socket.toString();
    }

    @Override
    public void close() {
        server.stop();
        socket.remove();
    }
}
