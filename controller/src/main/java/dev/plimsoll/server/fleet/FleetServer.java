// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.server.SocketPath;
import dev.plimsoll.server.UnixServer;

/** A fleet that listens on a Unix domain socket until it is closed. */
public final class FleetServer implements AutoCloseable {
    private final UnixServer server;

    /**
     * Begins to listen.
     *
     * @throws InvalidInputException if it cannot listen there
     */
    public FleetServer(LiveFleet fleet, SocketPath socket) {
        this.server = new UnixServer(socket, new FleetApi(fleet));
    }

    /** Where it can be asked. */
    public String address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
