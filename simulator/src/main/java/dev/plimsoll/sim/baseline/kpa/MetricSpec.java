// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * What a collector is told.
 *
 * @param stableWindowSeconds length of the stable window
 * @param panicWindowSeconds length of the panic window
 * @param scraped whether the pods are asked at all; where only the activator reports (a target
 *     burst capacity of -1), silence means zero, not a lack of data
 */
public record MetricSpec(int stableWindowSeconds, int panicWindowSeconds, boolean scraped) {
    /** Refuses windows of no length. */
    public MetricSpec {
        if (stableWindowSeconds < 1 || panicWindowSeconds < 1) {
            throw new IllegalArgumentException(
                    "windows of %d and %d s: give both at least a second"
                            .formatted(stableWindowSeconds, panicWindowSeconds));
        }
    }
}
