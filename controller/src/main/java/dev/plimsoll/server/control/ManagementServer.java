// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.server.MetricsWriter;
import dev.plimsoll.server.QuietServer;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Tells whatever watches a controller whether it lives, whether it can work, and its metrics, until
 * it is closed. It takes no orders.
 */
public final class ManagementServer implements AutoCloseable {
    private final WebServer server;

    /**
     * Begins to listen.
     *
     * @throws InvalidInputException if it cannot listen there
     */
    public ManagementServer(Desk desk, InetSocketAddress address) {
        var builder =
                WebServer.builder().bindAddress(address).routing(routing -> route(routing, desk));
        requireFree(address);
        this.server =
                QuietServer.start(builder).orElseThrow(() -> taken(address, "was taken meanwhile"));
    }

    /** Refuses an address where nobody can listen now; changes nothing. */
    public static void requireFree(InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw refusal(
                    address, "is no host that is known here; give an address of this machine");
        }
        try (ServerSocket _ = new ServerSocket(address.getPort(), 1, address.getAddress())) {
            return;
        } catch (IOException e) {
            throw taken(address, String.valueOf(e.getMessage()));
        }
    }

    private static InvalidInputException taken(InetSocketAddress address, String why) {
        return refusal(
                address, "cannot be listened on (%s); free it, or name another".formatted(why));
    }

    /** On which port it listens. */
    int port() {
        return server.port();
    }

    private static InvalidInputException refusal(InetSocketAddress address, String mend) {
        String text = "%s:%d".formatted(address.getHostString(), address.getPort());
        return new InvalidInputException("spec.management", "address", text, mend);
    }

    private static void route(HttpRouting.Builder routing, Desk desk) {
        routing.get("/healthz", (_, response) -> tell(response, desk.stuck()))
                .get("/readyz", (_, response) -> tell(response, desk.unready()))
                .get(
                        "/metrics",
                        (_, response) -> MetricsWriter.send(response, ControlMetrics.of(desk)));
    }

    private static void tell(ServerResponse response, List<String> problems) {
        response.status(problems.isEmpty() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        response.send(problems.isEmpty() ? "ok\n" : String.join("\n", problems) + "\n");
    }

    @Override
    public void close() {
        server.stop();
    }
}
