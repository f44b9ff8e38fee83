// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import dev.plimsoll.sim.baseline.hpa.Recommendation.Replicas;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What all metrics together ask for: the largest recommendation. If some failed, that still counts
 * on the way up; on the way down, and if all failed, there is none. Upstream: {@code
 * computeReplicasForMetrics}.
 *
 * @param replicas empty if there is none
 * @param metric whose recommendation it is
 * @param failed the condition of the first metric that failed
 */
record Proposal(OptionalInt replicas, String metric, Optional<Condition> failed) {
    static Proposal of(
            List<MetricSpec> metrics, List<Recommendation> recommendations, int current) {
        int largest = 0;
        String metric = "";
        Optional<Condition> failed = Optional.empty();
        boolean any = false;
        for (int i = 0; i < metrics.size(); i++) {
            MetricSpec spec = metrics.get(i);
            if (!(recommendations.get(i) instanceof Replicas replicas)) {
                failed = failed.or(() -> Optional.of(spec.source().failed()));
                continue;
            }
            any = true;
            if (largest == 0 || replicas.count() > largest) {
                largest = replicas.count();
                metric = spec.description();
            }
        }
        boolean usable = any && (failed.isEmpty() || largest >= current);
        return new Proposal(usable ? OptionalInt.of(largest) : OptionalInt.empty(), metric, failed);
    }
}
