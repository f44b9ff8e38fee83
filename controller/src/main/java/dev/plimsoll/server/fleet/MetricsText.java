// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.fleet.LatencyCounts;
import dev.plimsoll.sim.fleet.LoadFigures;
import dev.plimsoll.sim.fleet.WorkloadFigures;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A fleet's metrics in Prometheus' text format 0.0.4. Series of what is not measured, or does not
 * come through, are absent.
 */
final class MetricsText {
    private static final String PREFIX = "plimsoll_fleet_";

    private final StringBuilder text = new StringBuilder();
    private final List<WorkloadFigures> figures;

    private MetricsText(List<WorkloadFigures> figures) {
        this.figures = figures;
    }

    static String of(Fleet fleet, int speed) {
        MetricsText metrics = new MetricsText(fleet.figures());
        metrics.fleet(fleet.now().toEpochMilli() / 1000.0, speed);
        metrics.replicas();
        metrics.counts();
        metrics.gauges();
        metrics.latencies();
        return metrics.text.toString();
    }

    private void fleet(double seconds, int speed) {
        family("time_seconds", "gauge", "The fleet's clock, as Unix time.");
        sample("time_seconds", "", seconds);
        family("speed_ratio", "gauge", "Seconds that pass for the fleet in one.");
        sample("speed_ratio", "", speed);
    }

    private void replicas() {
        family("replicas_desired", "gauge", "Replicas asked for, as the platform knows it.");
        for (WorkloadFigures each : figures) {
            sample("replicas_desired", labels(each.workload()), each.desired());
        }
        family("replicas_ready", "gauge", "Replicas that take traffic, as the platform knows it.");
        for (WorkloadFigures each : figures) {
            sample("replicas_ready", labels(each.workload()), each.ready());
        }
    }

    private void counts() {
        count("requests_total", Signal.DEMAND, "Requests that arrived.");
        count("request_errors_total", Signal.ERROR_RATIO, "Requests answered with an error.");
        count("request_retries_total", Signal.RETRIES, "Requests that repeat an earlier one.");
        count("requests_rejected_total", Signal.REJECTED, "Requests that were turned away.");
    }

    private void gauges() {
        gauge("busy_ratio", Signal.UTILIZATION, "Busy share of the ready replicas' slots, 0 to 1.");
        gauge("sessions", Signal.SESSIONS, "Open sessions.");
    }

    private void count(String name, Signal signal, String help) {
        values(name, "counter", help, load -> of(load.counts(), signal));
    }

    private void gauge(String name, Signal signal, String help) {
        values(name, "gauge", help, load -> of(load.gauges(), signal));
    }

    private void values(
            String name, String type, String help, Function<LoadFigures, Optional<Double>> value) {
        family(name, type, help);
        for (WorkloadFigures each : figures) {
            each.load()
                    .flatMap(value)
                    .ifPresent(known -> sample(name, labels(each.workload()), known));
        }
    }

    private void latencies() {
        String name = "request_duration_seconds";
        family(name, "histogram", "Time from arrival to answer.");
        for (WorkloadFigures each : figures) {
            each.load()
                    .flatMap(LoadFigures::latency)
                    .ifPresent(latency -> histogram(name, labels(each.workload()), latency));
        }
    }

    private void histogram(String name, String labels, LatencyCounts latency) {
        for (int i = 0; i < LatencyCounts.BOUNDS.size(); i++) {
            String bound = String.valueOf(LatencyCounts.BOUNDS.get(i));
            sample(name + "_bucket", bucket(labels, bound), latency.within().get(i));
        }
        sample(name + "_bucket", bucket(labels, "+Inf"), latency.answered());
        sample(name + "_sum", labels, latency.seconds());
        sample(name + "_count", labels, latency.answered());
    }

    private void family(String name, String type, String help) {
        text.append("# HELP ").append(PREFIX).append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(PREFIX).append(name).append(' ').append(type).append('\n');
    }

    private void sample(String name, String labels, double value) {
        text.append(PREFIX).append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value).append('\n');
    }

    private static Optional<Double> of(Map<Signal, Double> values, Signal signal) {
        return Optional.ofNullable(values.get(signal));
    }

    private static String bucket(String labels, String bound) {
        return labels + ",le=\"" + bound + '"';
    }

    private static String labels(WorkloadId id) {
        return "namespace=\"%s\",workload=\"%s\""
                .formatted(escaped(id.namespace()), escaped(id.name()));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
