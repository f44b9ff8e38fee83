// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pods that are alike in what one metric looks at.
 *
 * @param request what each of them asks for
 * @param reading of each of them, where there is one
 */
public record PodGroup(int count, State state, Request request, Optional<Reading> reading) {
    /** Where a pod is in its life. */
    public enum Phase {
        PENDING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        UNKNOWN
    }

    /** The Ready condition; absent where the pod has none. */
    public enum Ready {
        TRUE,
        FALSE,
        UNKNOWN,
        ABSENT
    }

    /**
     * How a pod is.
     *
     * @param deleted whether it is being deleted
     * @param startedAt second at which its node took it on; empty before
     * @param readyChangedAt second at which the Ready condition last changed
     */
    public record State(
            Phase phase,
            boolean deleted,
            Ready ready,
            OptionalLong startedAt,
            long readyChangedAt) {}

    /**
     * A reading.
     *
     * @param takenAt second at which its window ended
     */
    public record Reading(long usageMilli, long takenAt, long windowSeconds) {}
}
