// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.time.Duration;

/**
 * What a workload is to be spared.
 *
 * @param state what its replicas keep
 * @param blastRadius the share of the replicas that one action may take away, at least one replica;
 *     also the share that may be leaving at once
 * @param holdFor how long a change made by hand is respected, and what was taken back not tried
 *     again
 */
public record Protection(StateKind state, double blastRadius, Duration holdFor) {
    public static final Protection DEFAULT =
            new Protection(StateKind.STATELESS, 0.5, Duration.ofMinutes(15));

    public Protection {
        if (!(blastRadius > 0 && blastRadius <= 1)) {
            throw new IllegalArgumentException(
                    "blastRadius %s is not above 0 and at most 1".formatted(blastRadius));
        }
        if (holdFor.isNegative()) {
            throw new IllegalArgumentException("holdFor %s is negative".formatted(holdFor));
        }
    }

    public Protection of(StateKind other) {
        return new Protection(other, blastRadius, holdFor);
    }
}
