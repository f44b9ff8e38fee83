// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Signal;
import java.util.List;

/**
 * What a policy proposes for one workload. The target may equal the current number: nothing is to
 * be done then, for the reason given.
 *
 * @param current replicas asked for when it was planned
 * @param target replicas proposed
 * @param reason why the target, and not another number
 * @param evidence the signals that it was decided on
 * @param version the platform's resource version that it was planned for
 * @param alternatives the numbers that lost
 */
public record Proposal(
        WorkloadId workload,
        String policy,
        int current,
        int target,
        Reason reason,
        List<Signal> evidence,
        long version,
        List<Alternative> alternatives) {

    /** A number of replicas that was considered and lost. */
    public record Alternative(int replicas, Reason reason) {}
}
