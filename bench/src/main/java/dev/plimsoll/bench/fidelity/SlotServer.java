// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * load is drawn in one place; the answer is an {@link Answer}. It says {@code listening} on stdout
 * once it does, and ends when its stdin ends, so that it never outlives who started it, or with
 * code 1 when one of its threads fails.
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
        /** What the server's process is started with, if it is to listen from then on. */
        List<String> arguments(Instant listening) {
            return Stream.of(number, port, slots, listening.toEpochMilli())
                    .map(String::valueOf)
                    .toList();
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
        Thread.setDefaultUncaughtExceptionHandler(SlotServer::fail);
        Place place = Place.of(arguments);
        SlotQueue queue = new SlotQueue(place.slots());
        sleepUntil(Instant.ofEpochMilli(Long.parseLong(arguments[3])));
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
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InetSocketAddress address = new InetSocketAddress(loopback, place.port());
        HttpServer server = HttpServer.create(address, CONNECTIONS);
        Executor inOrder = Runnable::run;
        server.setExecutor(inOrder);
        server.createContext("/", exchange -> accept(exchange, queue, place.number()));
        server.start();
        return server;
    }

    /** A server with a slot less would be another one: it ends, and who started it reads why. */
    private static void fail(Thread thread, Throwable failure) {
        System.err.printf("%s failed: %s%n", thread.getName(), failure);
        Runtime.getRuntime().halt(1);
    }

    private static void sleepUntil(Instant listening) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), listening);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    private static void accept(HttpExchange exchange, SlotQueue queue, int number) {
        long nanos = Long.parseLong(exchange.getRequestURI().getPath().substring(1));
        queue.submit(nanos, late -> send(exchange, new Answer(number, late / 1000)));
    }

    private static void send(HttpExchange exchange, Answer answer) {
        byte[] text = answer.text().getBytes(StandardCharsets.US_ASCII);
        try (exchange) {
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        } catch (IOException _) {
            return; // Nobody is there to take it: who asked has it recorded as lost.
        }
    }
}
