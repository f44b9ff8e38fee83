// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.forecast.HorizonAccuracy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A comparison as JSON, {@code plimsoll.dev/bench-forecasts/v1}: what cannot be computed is absent.
 */
final class ForecastsJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ForecastsJson() {}

    static String render(Comparison comparison) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", "plimsoll.dev/bench-forecasts/v1");
        ArrayNode pairs = root.putArray("pairs");
        comparison.pairs().forEach(pair -> pairs.add(pair(pair)));
        ArrayNode failures = root.putArray("failures");
        comparison.failures().forEach(failure -> add(failures, failure));
        comparison.tooShort().forEach(root.putArray("tooShort")::add);
        root.set("summary", summary(comparison));
        return text(root);
    }

    private static ObjectNode pair(Pair pair) {
        HorizonAccuracy accuracy = pair.accuracy();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("trace", pair.course().trace());
        node.put("heldBack", pair.course().isHeldBack());
        node.put("horizonSeconds", pair.horizon().seconds());
        node.put("model", pair.model());
        put(node, "mase", accuracy.mase());
        put(node, "wql", accuracy.wql());
        put(node, "coverage90", accuracy.coverage90());
        put(node, "intervalScore", accuracy.intervalScore());
        node.put("windows", accuracy.windows());
        node.put("disjointWindows", accuracy.disjointWindows());
        node.put("cpuMicros", pair.cost().coldMicros());
        put(node, "warmCpuMicros", pair.cost().warmMicros());
        return node;
    }

    private static void add(ArrayNode failures, Comparison.Failure failure) {
        failures.addObject()
                .put("trace", failure.trace())
                .put("model", failure.model())
                .put("reason", failure.reason());
    }

    private static ObjectNode summary(Comparison comparison) {
        ObjectNode node = MAPPER.createObjectNode();
        List<Standing> all = comparison.standings(Part.ALL);
        all.stream()
                .filter(standing -> standing.model().equals(comparison.main()))
                .forEach(standing -> putRatios(node, standing.ratios()));
        comparison.bestPeer().ifPresent(peer -> node.put("bestPeer", peer));
        ArrayNode parts = node.putArray("parts");
        for (Part part : Part.values()) {
            parts.add(part(comparison, part));
        }
        return node;
    }

    private static ObjectNode part(Comparison comparison, Part part) {
        ObjectNode node = MAPPER.createObjectNode().put("part", part.label());
        ArrayNode models = node.putArray("models");
        comparison.standings(part).forEach(standing -> models.add(standing(standing)));
        ArrayNode coverage = node.putArray("coverage");
        comparison.coverage(part).forEach(cell -> coverage.add(cell(cell)));
        return node;
    }

    private static ObjectNode standing(Standing standing) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("model", standing.model());
        node.put("pairs", standing.pairs());
        putRatios(node, standing.ratios());
        put(node, "passing", standing.passing());
        put(node, "cpuMicros", standing.coldMicros());
        put(node, "warmCpuMicros", standing.warmMicros());
        return node;
    }

    private static void putRatios(ObjectNode node, Optional<Scores> ratios) {
        ratios.ifPresent(scores -> {
            node.put("maseRatio", scores.mase());
            node.put("wqlRatio", scores.wql());
            node.put("intervalScoreRatio", scores.intervalScore());
        });
    }

    private static ObjectNode cell(CoverageCell cell) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("class", cell.kind());
        node.put("horizonSeconds", cell.horizon().seconds());
        node.put("model", cell.who());
        node.put("coverage90", cell.coverage());
        node.put("disjointWindows", cell.windows());
        node.put("allowedDeviation", cell.allowance().deviation());
        if (cell.verdict() != CoverageCell.Verdict.NOT_JUDGED) {
            node.put("ok", cell.verdict() == CoverageCell.Verdict.OK);
        }
        return node;
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        value.ifPresent(present -> node.put(name, present));
    }

    private static String text(ObjectNode root) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a comparison that cannot be written", e);
        }
    }
}
