// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plimsoll.capacity.MmcStation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleUnaryOperator;

/**
 * Listens like a Prometheus that remembers a service of 4 slots and 50 ms with a wave of demand
 * each day, which always has a fifth more replicas than it needs. Whatever else is asked for has no
 * series.
 */
final class FakeStore implements AutoCloseable {
    private static final MmcStation REPLICA = new MmcStation(4, 0.05);
    private static final double DAY = 86_400;

    private final HttpServer server;
    private final Map<String, DoubleUnaryOperator> series = new ConcurrentSkipListMap<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile Optional<String> refusal = Optional.empty();

    FakeStore() {
        try {
            var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            this.server = HttpServer.create(anywhere, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        series.put("demand", FakeStore::demand);
        series.put("replicas", FakeStore::replicas);
        series.put("desired", FakeStore::replicas);
        series.put("cpu", FakeStore::busy);
        series.put("mean", at -> REPLICA.meanResponse(busy(at)));
        series.put("tail", at -> REPLICA.responseQuantile(busy(at), 0.95));
        series.put("histogram_quantile(0.95, buckets)", FakeStore::tailOfBuckets);
        server.createContext("/api/v1/query_range", this::range);
        server.createContext("/api/v1/query", this::instant);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a query answers from now on, by Unix time. */
    void put(String query, DoubleUnaryOperator value) {
        series.put(query, value);
    }

    /** From now on nothing is answered. */
    void refuse(String why) {
        refusal = Optional.of(why);
    }

    List<String> tokens() {
        return tokens;
    }

    static double demand(double at) {
        return 300 * (2 - StrictMath.cos(2 * Math.PI * at / DAY));
    }

    static double replicas(double at) {
        return StrictMath.ceil(1.2 * demand(at) / 65.2);
    }

    static double busy(double at) {
        return demand(at) / replicas(at) / REPLICA.saturationRate();
    }

    /** As a histogram with bounds of 100 and 250 ms shows it: up to a third too high. */
    private static double tailOfBuckets(double at) {
        double below = 1 - REPLICA.exceedance(busy(at), 0.1);
        double within = 1 - REPLICA.exceedance(busy(at), 0.25) - below;
        return 0.1 + 0.15 * (0.95 - below) / within;
    }

    private void range(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        List<String> values = new ArrayList<>();
        double step = Double.parseDouble(form.getOrDefault("step", "60"));
        double end = Double.parseDouble(form.getOrDefault("end", "0"));
        DoubleUnaryOperator value = series.get(form.getOrDefault("query", ""));
        if (value != null) {
            for (double at = Double.parseDouble(form.getOrDefault("start", "0"));
                    at <= end;
                    at += step) {
                values.add("[%d,\"%s\"]".formatted((long) at, value.applyAsDouble(at)));
            }
        }
        String one = "{\"metric\":{},\"values\":[%s]}".formatted(String.join(",", values));
        String rows =
                form.getOrDefault("query", "").equals("two") ? two() : value == null ? "" : one;
        say(exchange, "matrix", rows);
    }

    private static String two() {
        String row = "{\"metric\":{\"pod\":\"%s\"},\"values\":[[0,\"1\"]]}";
        return row.formatted("a") + "," + row.formatted("b");
    }

    private void instant(HttpExchange exchange) throws IOException {
        List<String> rows = new ArrayList<>();
        if (form(exchange).getOrDefault("query", "").equals("buckets")) {
            for (String bound : List.of("0.05", "0.1", "0.25", "0.5", "+Inf")) {
                rows.add("{\"metric\":{\"le\":\"%s\"},\"value\":[0,\"1\"]}".formatted(bound));
            }
        }
        say(exchange, "vector", String.join(",", rows));
    }

    private Map<String, String> form(HttpExchange exchange) throws IOException {
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .ifPresent(tokens::add);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private void say(HttpExchange exchange, String type, String rows) throws IOException {
        String told =
                "{\"status\":\"success\",\"data\":{\"resultType\":\"%s\",\"result\":[%s]}}"
                        .formatted(type, rows);
        String refused =
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"%s\"}"
                        .formatted(refusal.orElse(""));
        byte[] body = (refusal.isPresent() ? refused : told).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refusal.isPresent() ? 400 : 200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
