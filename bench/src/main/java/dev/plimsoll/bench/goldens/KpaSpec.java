// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plimsoll.sim.baseline.kpa.Aggregation;
import dev.plimsoll.sim.baseline.kpa.AutoscalerSpec;
import dev.plimsoll.sim.baseline.kpa.AutoscalerSpec.PodLoad;
import dev.plimsoll.sim.baseline.kpa.AutoscalerSpec.ScaleRates;
import dev.plimsoll.sim.baseline.kpa.AutoscalerSpec.Timing;
import dev.plimsoll.sim.baseline.kpa.MetricSpec;
import dev.plimsoll.sim.baseline.kpa.ScalingMetric;
import org.jspecify.annotations.Nullable;

/** The settings of a revision, flat as a line of {@code kpa-series} has them. */
record KpaSpec(
        double maxScaleUpRate,
        double maxScaleDownRate,
        ScalingMetric metric,
        double targetValue,
        double totalValue,
        double targetBurstCapacity,
        double panicThreshold,
        int stableWindowSeconds,
        int panicWindowSeconds,
        long scaleDownDelaySeconds,
        boolean reachable,
        int activationScale,
        @MayBeAbsent @Nullable Averaging aggregation) {
    KpaSpec {
        boolean whole = stableWindowSeconds >= 1 && panicWindowSeconds >= 1;
        Fields.check(whole, "stableWindowSeconds, panicWindowSeconds: give at least 1");
    }

    enum Averaging {
        @JsonProperty("weighted-exponential")
        WEIGHTED_EXPONENTIAL
    }

    Aggregation kind() {
        return aggregation == null ? Aggregation.LINEAR : Aggregation.WEIGHTED_EXPONENTIAL;
    }

    MetricSpec windows() {
        return new MetricSpec(stableWindowSeconds, panicWindowSeconds, true);
    }

    AutoscalerSpec autoscaler() {
        return new AutoscalerSpec(
                new PodLoad(targetValue, totalValue, targetBurstCapacity),
                new ScaleRates(maxScaleUpRate, maxScaleDownRate, panicThreshold),
                new Timing(stableWindowSeconds, scaleDownDelaySeconds),
                activationScale,
                reachable);
    }
}
