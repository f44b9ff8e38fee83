// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Signal;
import java.util.List;

/**
 * What is proposed for one workload. The target may equal the current number: nothing is to be done
 * then, for the reason given.
 *
 * @param policy who proposes
 * @param current replicas asked for when it was planned
 * @param target replicas proposed
 * @param reason why the target, and not another number
 * @param evidence the signals that it was decided on
 * @param version the platform's resource version that it was planned for
 * @param alternatives the numbers that lost
 */
public record Proposal(
        Purpose purpose,
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

    /** A proposal for the world of an outlook. */
    static Proposal of(
            Purpose purpose, String policy, Outlook outlook, Want want, List<Signal> evidence) {
        var inventory = outlook.snapshot().inventory();
        return new Proposal(
                purpose,
                inventory.workload(),
                policy,
                inventory.desired(),
                want.replicas(),
                want.reason(),
                evidence,
                inventory.version(),
                List.of());
    }

    Proposal over(Alternative lost) {
        return new Proposal(
                purpose,
                workload,
                policy,
                current,
                target,
                reason,
                evidence,
                version,
                List.of(lost));
    }
}
