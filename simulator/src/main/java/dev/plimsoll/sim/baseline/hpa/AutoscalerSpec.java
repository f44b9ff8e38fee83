// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.List;
import java.util.Optional;

/**
 * What an autoscaler is told.
 *
 * @param behavior empty where nothing is said of it, which is not the same as saying {@code {}}
 */
public record AutoscalerSpec(
        int minReplicas, int maxReplicas, List<MetricSpec> metrics, Optional<Behavior> behavior) {
    public AutoscalerSpec {
        metrics = List.copyOf(metrics);
    }

    /** The same within other bounds. */
    public AutoscalerSpec within(int newMin, int newMax) {
        return new AutoscalerSpec(newMin, newMax, metrics, behavior);
    }

    boolean canReadWithoutPods() {
        return metrics.stream().anyMatch(MetricSpec::needsNoPod);
    }

    Tolerances tolerances(double usual) {
        return new Tolerances(
                behavior.map(rules -> rules.down().tolerance().orElse(usual)).orElse(usual),
                behavior.map(rules -> rules.up().tolerance().orElse(usual)).orElse(usual));
    }
}
