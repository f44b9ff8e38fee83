// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Listens like a Prometheus, answers as it is told, and keeps what it was asked. */
final class FakePrometheus implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Answering answering;

    /** A question as it came. */
    record Asked(String path, Map<String, String> form, Optional<String> authorization) {
        String query() {
            return form.getOrDefault("query", "");
        }
    }

    interface Answering {
        void answer(Asked asked, HttpExchange exchange) throws IOException;
    }

    private FakePrometheus(HttpServer server, String scheme, Answering answering) {
        this.server = server;
        this.scheme = scheme;
        this.answering = answering;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static FakePrometheus http(Answering answering) {
        try {
            return new FakePrometheus(HttpServer.create(anywhere(), 0), "http", answering);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FakePrometheus https(SSLContext certificate, Answering answering) throws IOException {
        HttpsServer server = HttpsServer.create(anywhere(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        return new FakePrometheus(server, "https", answering);
    }

    private static InetSocketAddress anywhere() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Says this to everything. */
    static Answering saying(int status, String body) {
        return (_, exchange) -> say(exchange, status, body);
    }

    /** Says that these are the results. */
    static Answering vector(String... rows) {
        return saying(200, success("vector", rows));
    }

    static String success(String type, String... rows) {
        return """
        {"status":"success","data":{"resultType":"%s","result":[%s]}}\
        """
                .formatted(type, String.join(",", rows));
    }

    static String row(String labels, double at, String value) {
        return "{\"metric\":{%s},\"value\":[%s,\"%s\"]}".formatted(labels, at, value);
    }

    static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Waits, in an answer, until the latch opens or the server closes. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened for 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The server closes.
        }
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
    }

    PrometheusServer at(String path, AnswerLimit limit) {
        return new PrometheusServer("prom", url(path), Optional.empty(), Optional.empty(), limit);
    }

    PrometheusServer plain() {
        return at("", AnswerLimit.of(TIMEOUT));
    }

    URI url(String path) {
        return URI.create(
                "%s://127.0.0.1:%d%s".formatted(scheme, server.getAddress().getPort(), path));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked question =
                new Asked(
                        exchange.getRequestURI().getPath(),
                        form(body),
                        Optional.ofNullable(
                                exchange.getRequestHeaders().getFirst("Authorization")));
        asked.add(question);
        try (exchange) {
            answering.answer(question, exchange);
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            form.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
