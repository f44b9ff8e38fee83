// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

/** The replicas that a workload may have, both ends included; at least one. */
public record ReplicaLimits(int min, int max) {
    public ReplicaLimits {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException(
                    "limits %d to %d: min must be at least 1 and not above max"
                            .formatted(min, max));
        }
    }

    public int clamp(int replicas) {
        return Math.clamp(replicas, min, max);
    }
}
