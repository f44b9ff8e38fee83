// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.model.InvalidInputException;
import io.helidon.webserver.WebServer;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A fleet that listens on a Unix domain socket until it is closed. */
public final class FleetServer implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;

    /** The server's own messages, of which only what is wrong is for people. */
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    private final SocketPath socket;
    private final WebServer server;

    /**
     * Begins to listen.
     *
     * @throws InvalidInputException if it cannot listen there
     */
    public FleetServer(LiveFleet fleet, SocketPath socket) {
        SERVER_LOG.setLevel(Level.SEVERE);
        this.socket = socket;
        socket.claim();
        this.server =
                WebServer.builder()
                        .bindAddress(socket.address())
                        .shutdownHook(false)
                        .shutdownGracePeriod(Duration.ofSeconds(1))
                        .maxPayloadSize(MOST_BYTES)
                        .routing(routing -> routing.register(new FleetApi(fleet)))
                        .build()
                        .start();
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
