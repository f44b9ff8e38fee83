// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.server.Histogram;
import dev.plimsoll.server.MetricsWriter;
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

    private final MetricsWriter out = new MetricsWriter(PREFIX);
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
        return metrics.out.toString();
    }

    private void fleet(double seconds, int speed) {
        out.alone("time_seconds", "gauge", "The fleet's clock, as Unix time.", seconds);
        out.alone("speed_ratio", "gauge", "Seconds that pass for the fleet in one.", speed);
    }

    private void replicas() {
        out.family("replicas_desired", "gauge", "Replicas asked for, as the platform knows it.");
        for (WorkloadFigures each : figures) {
            out.sample("replicas_desired", MetricsWriter.labels(each.workload()), each.desired());
        }
        out.family(
                "replicas_ready", "gauge", "Replicas that take traffic, as the platform knows it.");
        for (WorkloadFigures each : figures) {
            out.sample("replicas_ready", MetricsWriter.labels(each.workload()), each.ready());
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
        out.family(name, type, help);
        for (WorkloadFigures each : figures) {
            each.load()
                    .flatMap(value)
                    .ifPresent(known ->
                            out.sample(name, MetricsWriter.labels(each.workload()), known));
        }
    }

    private void latencies() {
        String name = "request_duration_seconds";
        out.family(name, "histogram", "Time from arrival to answer.");
        for (WorkloadFigures each : figures) {
            each.load()
                    .flatMap(LoadFigures::latency)
                    .ifPresent(latency ->
                            out.histogram(
                                    name,
                                    MetricsWriter.labels(each.workload()),
                                    histogram(latency)));
        }
    }

    private static Histogram histogram(LatencyCounts latency) {
        return new Histogram(
                LatencyCounts.BOUNDS, latency.within(), latency.answered(), latency.seconds());
    }

    private static Optional<Double> of(Map<Signal, Double> values, Signal signal) {
        return Optional.ofNullable(values.get(signal));
    }
}
