// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.server.Histogram;
import dev.plimsoll.server.MetricsWriter;
import dev.plimsoll.server.control.ControllerState.Condition;
import java.util.Collection;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/**
 * A controller's metrics in Prometheus' text format 0.0.4. Series of what is not known are absent.
 */
final class ControlMetrics {
    private static final String PREFIX = "plimsoll_";

    private final MetricsWriter out = new MetricsWriter(PREFIX);

    private ControlMetrics() {}

    static String of(Desk desk) {
        ControlMetrics metrics = new ControlMetrics();
        ControllerState state = desk.state();
        metrics.identity(state);
        metrics.work(desk.figures());
        metrics.conditions(state);
        metrics.workloads(state.workloads().values());
        return metrics.out.toString();
    }

    private void identity(ControllerState state) {
        var identity = state.identity();
        out.family("build_info", "gauge", "Always 1; its label says which version runs.");
        out.sample("build_info", MetricsWriter.labels("version", identity.version()), 1);
        out.alone(
                "start_time_seconds",
                "gauge",
                "When the controller began, as Unix time.",
                (double) identity.since().getEpochSecond());
        state.time()
                .ifPresent(time -> {
                    out.alone(
                            "time_seconds",
                            "gauge",
                            "The clock by which it decides, as Unix time.",
                            time.now().toEpochMilli() / 1000.0);
                    out.alone(
                            "clock_shift_seconds",
                            "gauge",
                            "How far that clock is ahead of the platform's.",
                            time.shift().toMillis() / 1000.0);
                });
    }

    private void work(ControllerFigures figures) {
        histogram("cycle_duration_seconds", "How long planning cycles took.", figures.cycles());
        out.alone(
                "cycles_total",
                "counter",
                "Planning cycles that were completed.",
                figures.cycles().count());
        out.alone(
                "ticks_total",
                "counter",
                "Looks between cycles that were completed.",
                (double) figures.ticks());
        out.alone(
                "turns_failed_total",
                "counter",
                "Cycles and looks that platform or store broke off.",
                (double) figures.failedTurns());
        histogram(
                "journal_commit_duration_seconds",
                "How long the journal took to make durable what was appended.",
                figures.commits());
        counts("decisions_total", "verdict", "Decisions, by their verdict.", figures.decisions());
        counts("actions_total", "outcome", "Actions, by their outcome.", figures.actions());
        counts(
                "instructions_total",
                "verb",
                "What people ordered, and was taken in.",
                figures.instructions());
    }

    private void conditions(ControllerState state) {
        out.family("condition", "gauge", "1 for each thing that is wrong at present.");
        for (Condition condition : state.conditions()) {
            String labels =
                    MetricsWriter.labels("kind", condition.kind())
                            + ","
                            + MetricsWriter.labels("subject", condition.subject());
            out.sample("condition", labels, 1);
        }
    }

    private void workloads(Collection<WorkloadState> workloads) {
        out.alone("workloads", "gauge", "Workloads that a policy scales.", workloads.size());
        decided(
                "replicas_desired",
                "Replicas asked for, at the last decision.",
                workloads,
                decision -> decision.outlook().snapshot().inventory().desired());
        decided(
                "replicas_ready",
                "Replicas that took traffic, at the last decision.",
                workloads,
                decision -> decision.outlook().snapshot().inventory().ready());
        decided(
                "replicas_wanted",
                "Replicas that the policy would hold if changing were free.",
                workloads,
                decision -> decision.want().replicas());
        decided(
                "last_decision_time_seconds",
                "When it was decided on last, by the controller's clock, as Unix time.",
                workloads,
                decision -> decision.at().toEpochMilli() / 1000.0);
        each(
                "paused",
                "1 if a person paused it.",
                workloads,
                state -> state.paused().isPresent() ? 1 : 0);
        each(
                "awaiting_approval",
                "1 if a change waits for a person.",
                workloads,
                state -> state.awaiting().isPresent() ? 1 : 0);
    }

    private void decided(
            String name,
            String help,
            Collection<WorkloadState> workloads,
            ToDoubleFunction<DecisionRecord> value) {
        each(
                name,
                help,
                workloads.stream().filter(state -> state.decision().isPresent()).toList(),
                state -> value.applyAsDouble(state.decision().orElseThrow()));
    }

    private void each(
            String name,
            String help,
            Collection<WorkloadState> workloads,
            ToDoubleFunction<WorkloadState> value) {
        out.family(name, "gauge", help);
        for (WorkloadState state : workloads) {
            out.sample(name, MetricsWriter.labels(state.id()), value.applyAsDouble(state));
        }
    }

    private void counts(String name, String label, String help, SortedMap<String, Long> counts) {
        out.family(name, "counter", help);
        counts.forEach((value, count) ->
                out.sample(name, MetricsWriter.labels(label, value), (double) count));
    }

    private void histogram(String name, String help, Histogram values) {
        out.family(name, "histogram", help);
        out.histogram(name, "", values);
    }
}
