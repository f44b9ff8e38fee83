// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a policy on probation is from being let act. Immutable.
 *
 * @param promoted whether it is let act already
 * @param bounds what it must have shown
 * @param earliest when it can be promoted at the earliest; empty if it is, or was not judged yet
 */
public record PromotionState(boolean promoted, List<Bound> bounds, Optional<Instant> earliest) {
    public PromotionState {
        bounds = List.copyOf(bounds);
    }
}
