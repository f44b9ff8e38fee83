// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts web servers that leave the terminal and the shutdown to the command. One that cannot
 * listen throws nothing: it logs, and does not run.
 */
public final class QuietServer {
    private static final Logger ALL = Logger.getLogger("io.helidon");
    private static final Logger STARTS = Logger.getLogger("io.helidon.webserver.LoomServer");

    private QuietServer() {}

    /** A server that runs; empty if it cannot listen where it should. */
    public static Optional<WebServer> start(WebServerConfig.Builder builder) {
        ALL.setLevel(Level.SEVERE);
        STARTS.setLevel(Level.OFF);
        WebServer server =
                builder.shutdownHook(false)
                        .shutdownGracePeriod(Duration.ofSeconds(1))
                        .build()
                        .start();
        return Optional.of(server).filter(WebServer::isRunning);
    }
}
