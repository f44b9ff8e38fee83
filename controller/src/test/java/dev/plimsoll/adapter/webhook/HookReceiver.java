// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A receiver on loopback that keeps what it gets, and answers as it is told. */
public final class HookReceiver implements AutoCloseable {
    public static final Answering FINE = exchange -> exchange.sendResponseHeaders(204, -1);

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Deque<Answering> script = new ConcurrentLinkedDeque<>();
    private volatile Answering answering = FINE;

    /** How a request is answered; one that is not ends with a closed connection. */
    public interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request as it came. */
    public record Received(
            String path, String type, String id, String timestamp, String signature, String body) {
        static Received of(HttpExchange exchange) throws IOException {
            return new Received(
                    exchange.getRequestURI().toString(),
                    header(exchange, "Content-Type"),
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }

        private static String header(HttpExchange exchange, String name) {
            return String.valueOf(exchange.getRequestHeaders().getFirst(name));
        }
    }

    public HookReceiver() {
        this(plain(), "http");
    }

    /** One that shows a certificate. */
    HookReceiver(SSLContext certificate) throws IOException {
        this(secured(certificate), "https");
    }

    private HookReceiver(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static HttpServer plain() {
        try {
            return HttpServer.create(anywhere(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer secured(SSLContext certificate) throws IOException {
        HttpsServer server = HttpsServer.create(anywhere(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        return server;
    }

    private static InetSocketAddress anywhere() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Says this, without more. */
    public static Answering saying(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** Says this with a header. */
    static Answering saying(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(Received.of(exchange));
            Answering next = script.pollFirst();
            (next == null ? answering : next).answer(exchange);
        }
    }

    /** The next requests are answered like this, and those after them as before. */
    void next(Answering... answers) {
        script.addAll(List.of(answers));
    }

    /** From now on requests are answered like this. */
    public void now(Answering other) {
        answering = other;
    }

    /** The next request that came, or comes; each is told once. */
    public Received take() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a request comes").isNotNull();
        return next;
    }

    public List<Received> take(int count) throws InterruptedException {
        List<Received> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(take());
        }
        return taken;
    }

    /** Whether nothing came that was not told yet. */
    public boolean isQuiet() {
        return received.isEmpty();
    }

    public URI url(String path) {
        return URI.create(
                "%s://127.0.0.1:%d%s".formatted(scheme, server.getAddress().getPort(), path));
    }

    /** As one who is told, at {@code /hook}. */
    public Receiver signedWith(Path secret) {
        return new Receiver(url("/hook"), secret);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
