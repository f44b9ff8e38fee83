// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Asks one server. All instants are of the server's clock, to the millisecond.
 *
 * <p>VictoriaMetrics moves recent instants back by half a minute, dates the answer as if it had
 * not, and shifts ranges to multiples of the step, all for its cache's sake; {@code nocache} makes
 * it answer what was asked, and Prometheus does not know it. Thread-safe.
 */
public final class PrometheusClient implements AutoCloseable {
    /** So many points of a series Prometheus answers at most to one question. */
    private static final int MOST_POINTS = 11_000;

    private final Wire wire;

    /**
     * A client that has asked nothing yet.
     *
     * @throws dev.plimsoll.model.InvalidInputException if there are no certificates in the server's
     *     {@code caFile}
     */
    public PrometheusClient(PrometheusServer server) {
        this.wire = new Wire(server);
    }

    /** The rows of a vector, or the one of a scalar, at an instant. */
    public Answer<Row> query(String promql, Instant time) {
        return ask("query", Map.of("query", promql, "time", seconds(time)), AnswerReader::rows);
    }

    /** What the server's clock says, as the value of one row; to the second at some servers. */
    Answer<Row> time() {
        return ask("query", Map.of("query", "time()"), AnswerReader::rows);
    }

    /**
     * The series of a range at {@code start}, each {@code step} after it, and not after {@code
     * end}. It is asked for in as many parts as it takes; if one fails, all do. VictoriaMetrics
     * repeats its last value over the half minute before its present, whatever it is asked: a range
     * should end before.
     */
    public Answer<Series> queryRange(String promql, Instant start, Instant end, Duration step) {
        if (step.toMillis() < 1 || end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "a range from %s to %s has no step of %s".formatted(start, end, step));
        }
        JoinedSeries joined = new JoinedSeries();
        Duration part = step.multipliedBy(MOST_POINTS - 1);
        for (Instant from = start; !from.isAfter(end); from = from.plus(part).plus(step)) {
            Instant to = from.plus(part).isAfter(end) ? end : from.plus(part);
            switch (part(promql, from, to, step)) {
                case Answer.Told<Series> told -> joined.add(told);
                case Answer.Failed<Series> failed -> {
                    return failed;
                }
            }
        }
        return joined.told();
    }

    private Answer<Series> part(String promql, Instant start, Instant end, Duration step) {
        Map<String, String> range = new LinkedHashMap<>();
        range.put("query", promql);
        range.put("start", seconds(start));
        range.put("end", seconds(end));
        range.put("step", seconds(Instant.EPOCH.plus(step)));
        return ask("query_range", range, AnswerReader::series);
    }

    private <T> Answer<T> ask(
            String what, Map<String, String> parameters, Function<byte[], Answer<T>> reader) {
        return switch (wire.post("/api/v1/" + what, form(parameters))) {
            case Wire.Reply.Came(var response) when response.statusCode() == 200 ->
                    reader.apply(response.body());
            case Wire.Reply.Came(var response) ->
                    AnswerReader.refusal(response.statusCode(), response.body());
            case Wire.Reply.Missing(var fault, var detail) -> new Answer.Failed<>(fault, detail);
        };
    }

    private static String form(Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>(List.of("nocache=1"));
        parameters.forEach((name, value) ->
                pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    private static String seconds(Instant time) {
        return "%d.%03d".formatted(time.getEpochSecond(), time.getNano() / 1_000_000);
    }

    @Override
    public void close() {
        wire.close();
    }
}
