// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plimsoll.sim.baseline.keda.Fallback;
import dev.plimsoll.sim.baseline.keda.FallbackBehavior;
import org.jspecify.annotations.Nullable;

/** A fallback as the lines of both KEDA files have it. */
record KedaFallbackSpec(
        int failureThreshold, int replicas, @MayBeAbsent @Nullable Behavior behavior) {
    enum Behavior {
        @JsonProperty("static")
        STATIC,
        @JsonProperty("currentReplicas")
        CURRENT_REPLICAS,
        @JsonProperty("currentReplicasIfHigher")
        CURRENT_REPLICAS_IF_HIGHER,
        @JsonProperty("currentReplicasIfLower")
        CURRENT_REPLICAS_IF_LOWER,
        @JsonProperty("scalingModifiers")
        SCALING_MODIFIERS
    }

    Fallback fallback() {
        return new Fallback(failureThreshold, replicas, kind());
    }

    private FallbackBehavior kind() {
        return switch (behavior) {
            case null -> FallbackBehavior.STATIC;
            case STATIC -> FallbackBehavior.STATIC;
            case CURRENT_REPLICAS -> FallbackBehavior.CURRENT_REPLICAS;
            case CURRENT_REPLICAS_IF_HIGHER -> FallbackBehavior.CURRENT_REPLICAS_IF_HIGHER;
            case CURRENT_REPLICAS_IF_LOWER -> FallbackBehavior.CURRENT_REPLICAS_IF_LOWER;
            case SCALING_MODIFIERS -> FallbackBehavior.SCALING_MODIFIERS;
        };
    }
}
