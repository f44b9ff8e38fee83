// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/**
 * What a poll came to.
 *
 * @param replicas of the workload from now on
 * @param active whether it is scaled
 * @param ready whether the scaled object works
 */
public record PollOutcome(int replicas, ActiveCondition active, ReadyCondition ready) {
    static PollOutcome active(int replicas, ReadyCondition ready) {
        return new PollOutcome(replicas, ActiveCondition.SCALER_ACTIVE, ready);
    }

    static PollOutcome inactive(int replicas, ReadyCondition ready) {
        return new PollOutcome(replicas, ActiveCondition.SCALER_NOT_ACTIVE, ready);
    }
}
