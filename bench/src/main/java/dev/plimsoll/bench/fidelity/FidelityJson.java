// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.bench.fidelity.Findings.Aside;
import dev.plimsoll.bench.fidelity.Row.Verdict;
import dev.plimsoll.model.DurationText;
import java.util.OptionalDouble;

/** The findings as JSON, {@code plimsoll.dev/fidelity/v1}: what did not come about is absent. */
final class FidelityJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FidelityJson() {}

    static String render(Findings findings) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", "plimsoll.dev/fidelity/v1");
        root.set("settings", settings(findings.settings()));
        root.put("inside", findings.comparison().isInside());
        root.put("overheadMs", findings.surroundings().overheadMs());
        root.set("versions", versions(findings.surroundings()));
        findings.conditions().forEach(run -> root.withArray("runs").add(conditions(run)));
        findings.comparison().rows().forEach(row -> root.withArray("figures").add(figure(row)));
        ArrayNode asides = root.withArray("notModelled");
        findings.asides().forEach(aside -> addAside(asides, aside));
        addSeconds(root.withArray("seconds"), findings.comparison());
        return text(root);
    }

    private static ObjectNode settings(Settings settings) {
        return MAPPER.createObjectNode()
                .put("minutes", settings.minutes())
                .put("service-time", DurationText.of(settings.serviceTime()))
                .put("seed", settings.seed());
    }

    private static ObjectNode versions(Surroundings surroundings) {
        return MAPPER.createObjectNode()
                .put("haproxy", surroundings.proxy())
                .put("java", surroundings.java())
                .put("kernel", surroundings.kernel());
    }

    private static ObjectNode conditions(Conditions run) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("lateMeanMs", run.late().meanMs());
        node.put("lateP99Ms", run.late().p99Ms());
        node.put("lateMaxMs", run.late().maxMs());
        node.put("wokeLateMeanMs", run.wokeLate().meanMs());
        node.put("wokeLateP99Ms", run.wokeLate().p99Ms());
        node.put("lost", run.lost());
        run.split().forEach(node.withArray("split")::add);
        return node;
    }

    private static ObjectNode figure(Row row) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("phase", row.phase().name());
        node.put("load", row.phase().load());
        node.put("seconds", row.phase().seconds());
        node.put("figure", name(row.figure()));
        row.runs().forEach(run -> run.real().ifPresent(node.withArray("measured")::add));
        put(node, "simulated", row.simulated());
        put(node, "error", row.error());
        put(node, "machine", row.machine());
        node.put("chance", row.allowance().chance());
        if (row.verdict() != Verdict.SHOWN) {
            node.put("allowed", row.allowance().tolerance());
            node.put("inside", row.verdict() == Verdict.INSIDE);
        }
        return node;
    }

    private static void addAside(ArrayNode asides, Aside aside) {
        for (int phase = 0; phase < aside.profile().phases().size(); phase++) {
            for (Figure figure : Figure.values()) {
                if (aside.profile().phases().get(phase).has(figure)) {
                    asides.add(aside(aside, phase, figure));
                }
            }
        }
    }

    private static ObjectNode aside(Aside aside, int phase, Figure figure) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("what", aside.name());
        node.put("phase", aside.profile().phases().get(phase).name());
        node.put("figure", name(figure));
        put(node, "measured", aside.measured().figure(phase, figure));
        put(node, "simulated", aside.simulated().figure(phase, figure));
        return node;
    }

    private static void addSeconds(ArrayNode seconds, Comparison comparison) {
        for (int second = 0; second < comparison.profile().seconds(); second++) {
            ObjectNode node = MAPPER.createObjectNode();
            for (Outcome run : comparison.measured()) {
                node.withArray("measured").add(second(run.seconds().get(second)));
            }
            node.set("simulated", second(comparison.simulated().seconds().get(second)));
            seconds.add(node);
        }
    }

    private static ObjectNode second(Second second) {
        ObjectNode node = MAPPER.createObjectNode();
        put(node, "meanMs", second.meanMs());
        return node.put("inSystem", second.inSystem());
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        value.ifPresent(present -> node.put(name, present));
    }

    private static String name(Figure figure) {
        return switch (figure) {
            case MEAN -> "meanMs";
            case P95 -> "p95Ms";
            case P99 -> "p99Ms";
            case BACKLOG -> "inSystem";
            case DRAIN -> "drainSeconds";
        };
    }

    private static String text(ObjectNode root) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings that cannot be written", e);
        }
    }
}
