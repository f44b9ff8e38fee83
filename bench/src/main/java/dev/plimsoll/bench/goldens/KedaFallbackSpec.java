// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import dev.plimsoll.sim.baseline.keda.Fallback;
import dev.plimsoll.sim.baseline.keda.FallbackBehavior;
import org.jspecify.annotations.Nullable;

/** A fallback as the lines of both KEDA files have it. */
record KedaFallbackSpec(
        int failureThreshold, int replicas, @MayBeAbsent @Nullable FallbackBehavior behavior) {
    Fallback fallback() {
        return new Fallback(
                failureThreshold, replicas, behavior == null ? FallbackBehavior.STATIC : behavior);
    }
}
