// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.server.SocketPath;
import dev.plimsoll.server.UnixServer;

/** A desk that is open on a Unix socket until it is closed. */
public final class ControlServer implements AutoCloseable {
    private final UnixServer server;

    /**
     * Opens it.
     *
     * @throws dev.plimsoll.model.InvalidInputException if it cannot listen there, for example
     *     because a live controller does
     */
    public ControlServer(Desk desk, SocketPath socket) {
        this.server = new UnixServer(socket, new ControlApi(desk));
    }

    @Override
    public void close() {
        server.close();
    }
}
