// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.adapter.prometheus.AnswerLimit;
import dev.plimsoll.adapter.prometheus.Labels;
import dev.plimsoll.adapter.prometheus.PrometheusServer;
import dev.plimsoll.adapter.prometheus.PrometheusTelemetry;
import dev.plimsoll.adapter.prometheus.WatchedMetric;
import dev.plimsoll.adapter.prometheus.WatchedWorkload;
import dev.plimsoll.config.policy.Metric;
import dev.plimsoll.config.policy.PrometheusSource;
import dev.plimsoll.config.policy.ScalingPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The servers that answer queries, asked beside the loop: it waits a moment for them, since a
 * reading that is there can be decided on at once, but no longer. Used by one thread.
 */
final class Sources implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 500;

    private final PrometheusTelemetry telemetry;
    private Thread asking = Thread.ofVirtual().unstarted(() -> {});

    Sources(List<PrometheusSource> sources, Policies policies, InstantSource clock) {
        this.telemetry =
                new PrometheusTelemetry(
                        sources.stream().map(Sources::server).toList(),
                        policies.all().stream().map(Sources::watched).toList(),
                        clock,
                        InstantSource.system());
        asking.start();
    }

    PrometheusTelemetry telemetry() {
        return telemetry;
    }

    /** Asks what is due, unless the last round of questions is not over yet. */
    void refresh(Instant now) {
        if (!asking.isAlive()) {
            asking = Thread.ofVirtual().start(() -> telemetry.refresh(now));
        }
        try {
            asking.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PrometheusServer server(PrometheusSource source) {
        return new PrometheusServer(
                source.name(),
                source.url(),
                source.bearerTokenFile(),
                source.caFile(),
                AnswerLimit.of(source.timeout()));
    }

    private static WatchedWorkload watched(ScalingPolicy policy) {
        return new WatchedWorkload(
                policy.workload().id(),
                policy.workload().cadence(),
                policy.metrics().stream().map(Sources::watched).toList());
    }

    private static WatchedMetric watched(Metric metric) {
        return new WatchedMetric(
                metric.signal(),
                metric.source(),
                metric.query(),
                metric.unit().toSignal(1),
                Labels.of(metric.labels()));
    }

    @Override
    public void close() {
        telemetry.close();
    }
}
