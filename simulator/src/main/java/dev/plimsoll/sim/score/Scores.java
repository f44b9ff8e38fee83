// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The scores of one run, over its scored steps only. A score that cannot be computed (no step was
 * scored, no request arrived) is absent; counts are then 0.
 *
 * @param sloViolationRatio share of the requests that arrived in violated steps
 */
public record Scores(
        Elasticity elasticity,
        OptionalDouble sloViolationRatio,
        LatencySummary latency,
        Usage usage,
        Changes changes,
        Safety safety) {

    /**
     * Scores a run.
     *
     * @param latency of the requests that arrived in scored steps
     * @param safety as the simulator saw it
     * @param scaleInsWithoutEvidence as counted by the simulator in scored steps
     */
    public static Scores of(
            ScoreContext context,
            Timeline timeline,
            LatencySummary latency,
            int scaleInsWithoutEvidence,
            Safety safety) {
        if (context.steps() != timeline.steps()) {
            throw new IllegalArgumentException(
                    "a timeline of %d steps for a demand of %d"
                            .formatted(timeline.steps(), context.steps()));
        }
        return new Scores(
                Elasticity.of(context, timeline),
                Bill.violations(context, timeline),
                latency,
                Usage.of(context, timeline),
                Changes.of(context, timeline, scaleInsWithoutEvidence),
                safety);
    }

    /** By the names of the JSON schema, in its order, without those that are absent. */
    public Map<String, Number> byName() {
        Map<String, Number> scores = new LinkedHashMap<>();
        putIfPresent(scores, "underProvisioning", elasticity.underProvisioning());
        putIfPresent(scores, "overProvisioning", elasticity.overProvisioning());
        putIfPresent(scores, "underProvisionedTime", elasticity.underProvisionedTime());
        putIfPresent(scores, "overProvisionedTime", elasticity.overProvisionedTime());
        putIfPresent(scores, "instability", elasticity.instability());
        putIfPresent(scores, "sloViolationRatio", sloViolationRatio);
        putIfPresent(scores, "slowRequestRatio", latency.slowRequestRatio());
        putIfPresent(scores, "latencyMeanMs", latency.meanMs());
        putIfPresent(scores, "latencyP99Ms", latency.p99Ms());
        putIfPresent(scores, "replicaHours", usage.replicaHours());
        putIfPresent(scores, "cost", usage.cost());
        scores.put("overUtilizationEvents", usage.overUtilizationEvents());
        putIfPresent(scores, "allocationEfficiency", usage.allocationEfficiency());
        scores.put("adaptations", changes.adaptations());
        scores.put("scaleOuts", changes.scaleOuts());
        scores.put("scaleIns", changes.scaleIns());
        scores.put("scaleInsWithoutEvidence", changes.scaleInsWithoutEvidence());
        scores.put("sessionsLost", safety.sessionsLost());
        scores.put("quorumLostSeconds", safety.quorumLostSeconds());
        scores.put("takeBacks", safety.takeBacks());
        scores.put("alarms", safety.alarms());
        return Collections.unmodifiableMap(scores);
    }

    private static void putIfPresent(
            Map<String, Number> scores, String name, OptionalDouble score) {
        score.ifPresent(value -> scores.put(name, value));
    }
}
