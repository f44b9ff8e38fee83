// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.time.Duration;

/**
 * How fast a workload may be scaled.
 *
 * @param maxActionsPerMinute actions in any 60 s (Qu 2025, Table 1: 0 to 6 a minute)
 * @param scaleInShare share of the replicas that may leave within {@code scaleInPeriod}, at least
 *     one replica
 * @param scaleInPeriod the window of {@code scaleInShare}
 * @param coolDown how long after a scale-out no scale-in is made
 * @param scaleInAfterPeriods cycles for which less must have sufficed before a scale-in, for
 *     policies that have no rule of their own for it
 */
public record ScalingBehavior(
        int maxActionsPerMinute,
        double scaleInShare,
        Duration scaleInPeriod,
        Duration coolDown,
        int scaleInAfterPeriods) {

    /** The most actions a minute that are counted. */
    public static final int MOST_ACTIONS_PER_MINUTE = 512;

    /** The longest time for which past actions are remembered. */
    public static final Duration LONGEST_MEMORY = Duration.ofHours(1);

    /** The longest hold of a scale-in, in cycles: 64 minutes of 15 s. */
    public static final int MOST_PERIODS = 256;

    /**
     * Six actions a minute, half of the replicas out per minute, a minute of rest after a
     * scale-out, and five minutes of 15 s cycles before a scale-in.
     */
    public static final ScalingBehavior DEFAULT =
            new ScalingBehavior(6, 0.5, Duration.ofSeconds(60), Duration.ofSeconds(60), 20);

    public ScalingBehavior {
        if (maxActionsPerMinute < 1 || maxActionsPerMinute > MOST_ACTIONS_PER_MINUTE) {
            throw new IllegalArgumentException(
                    "maxActionsPerMinute %d is not between 1 and %d"
                            .formatted(maxActionsPerMinute, MOST_ACTIONS_PER_MINUTE));
        }
        if (!(scaleInShare > 0 && scaleInShare <= 1)) {
            throw new IllegalArgumentException(
                    "scaleInShare %s is not above 0 and at most 1".formatted(scaleInShare));
        }
        if (scaleInPeriod.compareTo(LONGEST_MEMORY) > 0 || coolDown.compareTo(LONGEST_MEMORY) > 0) {
            throw new IllegalArgumentException(
                    "scaleInPeriod %s and coolDown %s must be at most %s"
                            .formatted(scaleInPeriod, coolDown, LONGEST_MEMORY));
        }
        if (!scaleInPeriod.isPositive() || coolDown.isNegative()) {
            throw new IllegalArgumentException(
                    "scaleInPeriod %s must be positive and coolDown %s not negative"
                            .formatted(scaleInPeriod, coolDown));
        }
        if (scaleInAfterPeriods < 1 || scaleInAfterPeriods > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "scaleInAfterPeriods %d is not between 1 and %d"
                            .formatted(scaleInAfterPeriods, MOST_PERIODS));
        }
    }
}
