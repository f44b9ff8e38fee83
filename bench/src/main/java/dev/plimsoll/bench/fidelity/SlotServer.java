// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * A server to be measured, a process of its own: so many slots behind a fair queue. A request names
 * in its path for how many nanoseconds it is to be served ({@code POST /50000000}), so that the
 * load is drawn in one place; the answer is the server's number. It says {@code listening} on
 * stdout once it does, and ends when its stdin ends, so that it never outlives who started it.
 */
final class SlotServer {
    private static final int CONNECTIONS = 4096;

    /**
     * Which server it is, and where.
     *
     * @param number what it answers
     * @param port on loopback
     */
    record Place(int number, int port, int slots) {
        /** What the server's process is started with, if it is to take so long to listen. */
        List<String> arguments(Duration startUp) {
            return Stream.of(number, port, slots, startUp.toMillis()).map(String::valueOf).toList();
        }

        private static Place of(String[] arguments) {
            return new Place(
                    Integer.parseInt(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]));
        }
    }

    private SlotServer() {}

    /** Takes the arguments that a {@link Place} makes. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Place place = Place.of(arguments);
        SlotQueue queue = new SlotQueue(place.slots());
        startUp(Duration.ofMillis(Long.parseLong(arguments[3])));
        HttpServer server = listen(place, queue);
        System.out.println("listening");
        awaitEnd(System.in);
        server.stop(0);
        queue.close();
    }

    private static void awaitEnd(InputStream in) throws IOException {
        long _ = in.transferTo(OutputStream.nullOutputStream());
    }

    /** Listens on loopback; requests are queued in the order in which they are read. */
    static HttpServer listen(Place place, SlotQueue queue) throws IOException {
        byte[] answer = String.valueOf(place.number()).getBytes(StandardCharsets.US_ASCII);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InetSocketAddress address = new InetSocketAddress(loopback, place.port());
        HttpServer server = HttpServer.create(address, CONNECTIONS);
        Executor inOrder = Runnable::run;
        server.setExecutor(inOrder);
        server.createContext("/", exchange -> accept(exchange, queue, answer));
        server.start();
        return server;
    }

    private static void startUp(Duration length) throws InterruptedException {
        Instant now = Instant.now();
        Instant started = ProcessHandle.current().info().startInstant().orElse(now);
        Duration left = length.minus(Duration.between(started, now));
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    private static void accept(HttpExchange exchange, SlotQueue queue, byte[] answer) {
        long nanos = Long.parseLong(exchange.getRequestURI().getPath().substring(1));
        queue.submit(nanos, () -> send(exchange, answer));
    }

    private static void send(HttpExchange exchange, byte[] answer) {
        try (exchange) {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer found nobody to take it", e);
        }
    }
}
