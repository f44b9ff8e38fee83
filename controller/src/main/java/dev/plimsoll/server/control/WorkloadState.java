// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.guard.Authority;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.WorkloadId;
import java.util.Optional;

/**
 * One workload after its last turn. Immutable.
 *
 * @param policy who decides on it
 * @param decision the last one; empty if there was none in this session
 * @param paused by whom, if it is
 * @param awaiting what waits for a person
 * @param scorecard what a policy that does not act yet would have brought
 * @param promotion how far one on probation is from being let act
 */
public record WorkloadState(
        WorkloadId id,
        String policy,
        Mode mode,
        Optional<DecisionRecord> decision,
        Optional<Withholding.Paused> paused,
        Optional<Authority.Awaiting> awaiting,
        Optional<ScorecardState> scorecard,
        Optional<PromotionState> promotion) {
    /** One of which nothing was seen yet. */
    public static WorkloadState unseen(WorkloadId id, String policy, Mode mode) {
        return new WorkloadState(
                id,
                policy,
                mode,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
