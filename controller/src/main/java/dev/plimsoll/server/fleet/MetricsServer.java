// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.server.MetricsWriter;
import dev.plimsoll.server.QuietServer;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows a fleet's metrics to a scraper on this machine, if an address is given. */
public final class MetricsServer implements AutoCloseable {
    private static final Pattern ADDRESS =
            Pattern.compile("(localhost|127(?:\\.\\d{1,3}){3}|\\[::1]|[^:]*):(\\d{1,5})");

    private final Optional<WebServer> server;
    private final Optional<InetSocketAddress> address;

    /**
     * Begins to show them.
     *
     * @throws InvalidInputException if it cannot listen there
     */
    public MetricsServer(LiveFleet fleet, Optional<InetSocketAddress> address) {
        this.address = address;
        this.server = address.map(at -> start(fleet, at));
    }

    /** Reads an address of this machine that only this machine reaches. */
    public static InetSocketAddress address(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
            throw refusal(text, "give HOST:PORT, e.g. 127.0.0.1:9300");
        }
        try {
            InetAddress host = InetAddress.getByName(matcher.group(1));
            if (host.isLoopbackAddress()) {
                return new InetSocketAddress(host, Integer.parseInt(matcher.group(2)));
            }
        } catch (UnknownHostException e) {
            // Refused as any other that is not of this machine.
        }
        throw refusal(text, "give a loopback address, e.g. 127.0.0.1:9300");
    }

    /** Where they are shown, if they are. */
    public Optional<String> address() {
        return address.flatMap(at ->
                server.map(running ->
                        "http://%s:%d/metrics".formatted(at.getHostString(), running.port())));
    }

    private static WebServer start(LiveFleet fleet, InetSocketAddress address) {
        var builder =
                WebServer.builder()
                        .bindAddress(address)
                        .routing(routing ->
                                routing.get("/metrics", (_, response) -> show(fleet, response)));
        String text = "%s:%d".formatted(address.getHostString(), address.getPort());
        return QuietServer.start(builder)
                .orElseThrow(() -> refusal(text, "cannot be listened on; is it taken?"));
    }

    private static void show(LiveFleet fleet, ServerResponse response) {
        String text = fleet.ask(asked -> MetricsText.of(asked, fleet.speed()));
        MetricsWriter.send(response, text);
    }

    private static InvalidInputException refusal(String value, String mend) {
        return new InvalidInputException("--metrics", "address", value, mend);
    }

    @Override
    public void close() {
        server.ifPresent(WebServer::stop);
    }
}
