// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.model.InvalidInputException;
import io.helidon.webserver.WebServer;

/** A fleet that listens on a Unix domain socket until it is closed. */
public final class FleetServer implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;

    private final SocketPath socket;
    private final WebServer server;

    /**
     * Begins to listen.
     *
     * @throws InvalidInputException if it cannot listen there
     */
    public FleetServer(LiveFleet fleet, SocketPath socket) {
        this.socket = socket;
        socket.claim();
        this.server =
                QuietServer.start(
                                WebServer.builder()
                                        .bindAddress(socket.address())
                                        .maxPayloadSize(MOST_BYTES)
                                        .routing(routing -> routing.register(new FleetApi(fleet))))
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
