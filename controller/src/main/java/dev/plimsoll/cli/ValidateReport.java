// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.config.policy.Metric;
import dev.plimsoll.config.policy.PrometheusSource;
import dev.plimsoll.config.policy.Promotion;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.config.policy.WebHook;
import dev.plimsoll.config.workload.Signals;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.StateKind;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** What was understood of a controller's files: a table, or {@code plimsoll.dev/validate/v1}. */
final class ValidateReport {
    private ValidateReport() {}

    static String table(Configuration understood) {
        StringBuilder text = new StringBuilder();
        if (!understood.policies().isEmpty()) {
            text.append(policies(understood)).append('\n');
        }
        understood
                .controller()
                .filter(controller -> !controller.sources().isEmpty())
                .ifPresent(controller -> text.append(sources(controller)).append('\n'));
        understood
                .controller()
                .filter(controller -> !controller.webHooks().isEmpty())
                .ifPresent(controller -> text.append(webHooks(controller)).append('\n'));
        return text.append(sentence(understood)).toString();
    }

    private static TextTable policies(Configuration understood) {
        TextTable table =
                new TextTable(
                        "policy",
                        "target",
                        "mode",
                        "approval",
                        "promotion",
                        "decides",
                        "replicas",
                        "objective",
                        "sources");
        for (ScalingPolicy policy : understood.policies()) {
            ReplicaLimits limits = policy.workload().limits();
            table.row(
                    policy.namespace() + "/" + policy.name(),
                    policy.target().toString(),
                    policy.mode().label(),
                    approval(policy.workload().consent()),
                    policy.promotion().map(ValidateReport::promotion).orElse("-"),
                    policy.policy().toString(),
                    limits.min() + " to " + limits.max(),
                    policy.workload().slo().toString(),
                    sources(policy));
        }
        return table;
    }

    private static String approval(Consent consent) {
        if (consent.mode() == Mode.ADVISE) {
            return "always";
        }
        return Double.isFinite(consent.approvalAbove())
                ? "above " + percent(consent.approvalAbove())
                : "-";
    }

    private static String promotion(Promotion wanted) {
        return "%s, violated at most %s, hours at most %s"
                .formatted(
                        DurationText.of(wanted.over()),
                        wanted.violations().stream()
                                .mapToObj(ValidateReport::percent)
                                .findFirst()
                                .orElse("as really"),
                        percent(wanted.replicaHours()));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
                + " %";
    }

    private static String sources(ScalingPolicy policy) {
        String names =
                policy.metrics().stream()
                        .map(Metric::source)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "-" : names;
    }

    private static TextTable sources(ControllerSettings controller) {
        TextTable table = new TextTable("source", "url", "timeout");
        for (PrometheusSource source : controller.sources()) {
            table.row(source.name(), source.url().toString(), DurationText.of(source.timeout()));
        }
        return table;
    }

    private static TextTable webHooks(ControllerSettings controller) {
        TextTable table = new TextTable("web hook", "secret");
        for (WebHook hook : controller.webHooks()) {
            table.row(address(hook), hook.secretFile().toString());
        }
        return table;
    }

    private static String sentence(Configuration understood) {
        return understood
                .controller()
                .map(ValidateReport::sentence)
                .orElse("No Controller document: nothing says where these workloads run.");
    }

    private static String sentence(ControllerSettings controller) {
        return "Controller %s: platform %s, store %s, cycle %s, tick %s, management %s, socket %s."
                .formatted(
                        controller.name(),
                        controller.platform(),
                        controller.store(),
                        DurationText.of(controller.cycle()),
                        DurationText.of(controller.tick()),
                        controller.management(),
                        controller.socket());
    }

    static String json(Configuration understood) {
        ObjectNode root = Json.object("plimsoll.dev/validate/v1");
        understood.controller().ifPresent(it -> controller(root.putObject("controller"), it));
        var policies = root.putArray("policies");
        understood.policies().forEach(policy -> policy(policies.addObject(), policy));
        return Json.text(root);
    }

    private static void controller(ObjectNode node, ControllerSettings controller) {
        node.put("name", controller.name());
        node.put("platform", controller.platform().toString());
        node.put("store", controller.store().toString());
        node.put("cycle", DurationText.of(controller.cycle()));
        node.put("tick", DurationText.of(controller.tick()));
        node.put("management", controller.management().toString());
        node.put("socket", controller.socket().toString());
        var sources = node.putArray("sources");
        for (PrometheusSource source : controller.sources()) {
            sources.addObject()
                    .put("name", source.name())
                    .put("url", source.url().toString())
                    .put("timeout", DurationText.of(source.timeout()));
        }
        var webHooks = node.putArray("webHooks");
        controller.webHooks().stream().map(ValidateReport::address).forEach(webHooks::add);
    }

    /** Without its query, in which receivers like to have a secret. */
    private static String address(WebHook hook) {
        return hook.url().toString().replaceFirst("\\?.*", "");
    }

    private static void policy(ObjectNode node, ScalingPolicy policy) {
        var workload = policy.workload();
        node.put("namespace", policy.namespace());
        node.put("name", policy.name());
        node.putObject("target")
                .put("kind", policy.target().kind())
                .put("name", policy.target().id().name());
        node.put("mode", policy.mode().label());
        if (Double.isFinite(workload.consent().approvalAbove())) {
            node.put("approvalAbove", workload.consent().approvalAbove());
        }
        policy.promotion().ifPresent(wanted -> promotion(node.putObject("promotion"), wanted));
        node.put("policy", policy.policy().toString());
        node.put("minReplicas", workload.limits().min());
        node.put("maxReplicas", workload.limits().max());
        node.put("slo", workload.slo().toString());
        node.put("violationCost", workload.violationCost());
        node.put("state", state(workload.protection().state()));
        var signals = node.putArray("signals");
        for (Metric metric : policy.metrics()) {
            signal(signals.addObject(), metric);
        }
    }

    private static void signal(ObjectNode node, Metric metric) {
        node.put("signal", Signals.name(metric.signal()));
        node.put("name", metric.name());
        node.put("source", metric.source());
        node.put("query", metric.query());
        node.put("unit", metric.unit().label());
        if (!metric.labels().isEmpty()) {
            metric.labels().forEach(node.putObject("labels")::put);
        }
    }

    private static void promotion(ObjectNode node, Promotion wanted) {
        node.put("overSeconds", wanted.over().toSeconds());
        wanted.violations().ifPresent(share -> node.put("violations", share));
        node.put("replicaHours", wanted.replicaHours());
    }

    private static String state(StateKind state) {
        return switch (state) {
            case StateKind.Stateless _ -> "Stateless";
            case StateKind.Sessions _ -> "Sessions";
            case StateKind.Ordered _ -> "Ordered";
        };
    }
}
