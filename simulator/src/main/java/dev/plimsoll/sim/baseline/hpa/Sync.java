// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of one sync.
 *
 * @param proposal what the metrics asked for, before any limit; empty where they were not asked, or
 *     could not tell
 * @param desired replicas asked for from now on
 * @param rescaled whether that was written
 * @param reason why the replicas changed, in upstream's words; empty if they did not, or nothing
 *     said why
 * @param statusDesired replicas asked for, as the status reports it
 * @param failed whether it ended with an error, which a change does not exclude
 */
public record Sync(
        OptionalInt proposal,
        int desired,
        boolean rescaled,
        Optional<String> reason,
        int statusDesired,
        Conditions conditions,
        boolean failed) {
    /** The conditions of the status, those that there are by now. */
    public record Conditions(
            Condition ableToScale,
            Optional<Condition> scalingActive,
            Optional<Condition> scalingLimited,
            Optional<Condition> scaledToZero) {}

    /** The same, from what the metrics asked for. */
    Sync with(Proposal made) {
        return new Sync(
                made.replicas(),
                desired,
                rescaled,
                reason,
                statusDesired,
                conditions,
                made.failed().isPresent());
    }
}
