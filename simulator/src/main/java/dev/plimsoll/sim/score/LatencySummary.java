// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import java.util.OptionalDouble;

/**
 * The latency of the requests that arrived in scored steps, and the share of them that were slower
 * than the objective's target. Absent where there was none to measure.
 */
public record LatencySummary(
        OptionalDouble meanMs, OptionalDouble p99Ms, OptionalDouble slowRequestRatio) {
    public LatencySummary {
        requireQuantity("mean latency in ms", meanMs);
        requireQuantity("p99 latency in ms", p99Ms);
        requireQuantity("slow-request ratio", slowRequestRatio);
    }

    private static void requireQuantity(String name, OptionalDouble quantity) {
        double value = quantity.orElse(0);
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "%s is %s, not a quantity of 0 or more".formatted(name, value));
        }
    }
}
