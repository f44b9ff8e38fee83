// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import dev.plimsoll.sim.baseline.hpa.MetricSpec.Source;
import dev.plimsoll.sim.baseline.hpa.MetricSpec.TargetKind;
import dev.plimsoll.sim.baseline.hpa.Recommendation.Failed;
import dev.plimsoll.sim.baseline.hpa.Recommendation.Failure;

/** The replicas that one metric asks for. Upstream: {@code replica_calculator.go}. Immutable. */
public final class ReplicaCalculator {
    private final PodClassifier classifier;

    public ReplicaCalculator(
            long cpuInitializationPeriodSeconds, long initialReadinessDelaySeconds) {
        this.classifier =
                new PodClassifier(cpuInitializationPeriodSeconds, initialReadinessDelaySeconds);
    }

    /** The recommendation at second {@code now}. */
    public Recommendation recommend(
            MetricSpec metric, Tolerances tolerances, Scale scale, Observed observed, long now) {
        return switch (observed) {
            case Observed.Unavailable() -> new Failed(Failure.METRICS_UNAVAILABLE);
            case Observed.Readings readings ->
                    new PodReplicas(target(metric), metric.isCpu(), tolerances)
                            .recommend(scale.spec(), readings, classifier, now);
            case Observed.Values values ->
                    ofValues(metric, new ValueReplicas(metric.target(), tolerances), scale, values);
        };
    }

    private static PodTarget target(MetricSpec metric) {
        return metric.kind() == TargetKind.UTILIZATION
                ? new PodTarget.Utilization((int) metric.target())
                : new PodTarget.AverageValue(metric.target());
    }

    private static Recommendation ofValues(
            MetricSpec metric, ValueReplicas replicas, Scale scale, Observed.Values observed) {
        var values = observed.valuesMilli();
        boolean average = metric.kind() == TargetKind.AVERAGE_VALUE;
        if (metric.source() == Source.OBJECT) {
            long value = values.getFirst();
            return average
                    ? replicas.ofObjectAverage(scale.status(), value)
                    : replicas.ofValue(scale.spec(), value, observed.pods());
        }
        return average
                ? replicas.ofExternalAverage(scale.status(), ValueReplicas.sumToShare(values))
                : replicas.ofValue(scale.spec(), ValueReplicas.sum(values), observed.pods());
    }
}
