// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import dev.plimsoll.sim.baseline.hpa.PodGroup.Phase;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Reading;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Ready;
import dev.plimsoll.sim.baseline.hpa.PodGroup.State;

/**
 * Which pods count. Failed and deleted ones are ignored; pending ones are not ready; of the others
 * those without a reading are missing. A reading of CPU also says nothing of a pod that is not
 * ready: one without a Ready condition or a start; one that has just started and is not ready, or
 * was not over the whole window of the reading; later, one that has never been ready. A pod that
 * was ready and fell ill counts. Upstream: {@code groupPods}. Immutable.
 *
 * @param cpuInitializationPeriodSeconds how long a pod has just started
 * @param initialReadinessDelaySeconds a pod that is not ready since no later than this after its
 *     start has never been ready
 */
record PodClassifier(long cpuInitializationPeriodSeconds, long initialReadinessDelaySeconds) {
    /** What a pod counts as. */
    enum Kind {
        MEASURED,
        UNREADY,
        MISSING,
        IGNORED
    }

    Kind classify(PodGroup pods, boolean isCpu, long now) {
        State state = pods.state();
        if (state.deleted() || state.phase() == Phase.FAILED) {
            return Kind.IGNORED;
        }
        if (state.phase() == Phase.PENDING) {
            return Kind.UNREADY;
        }
        if (pods.reading().isEmpty()) {
            return Kind.MISSING;
        }
        boolean unready = isCpu && isUnready(state, pods.reading().get(), now);
        return unready ? Kind.UNREADY : Kind.MEASURED;
    }

    private boolean isUnready(State state, Reading reading, long now) {
        if (state.ready() == Ready.ABSENT || state.startedAt().isEmpty()) {
            return true;
        }
        boolean saidUnready = state.ready() == Ready.FALSE;
        long startedAt = state.startedAt().getAsLong();
        if (startedAt + cpuInitializationPeriodSeconds > now) {
            return saidUnready
                    || reading.takenAt() < state.readyChangedAt() + reading.windowSeconds();
        }
        return saidUnready && startedAt + initialReadinessDelaySeconds > state.readyChangedAt();
    }
}
