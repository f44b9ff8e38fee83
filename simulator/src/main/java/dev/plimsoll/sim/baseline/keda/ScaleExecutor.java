// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

import java.util.OptionalLong;

/**
 * Moves one workload out of sleep when a trigger is active, and back after the cool-down; between
 * its minimum and its maximum the HPA rules. The cool-down runs from the last poll that was active
 * without error, or woke the workload. If there never was one, only the initial cool-down counts.
 *
 * <p>A failing trigger without any active one holds the replicas, unless there is a fallback to
 * none: then the workload may fall asleep.
 *
 * <p>Source: KEDA 2.21, {@code pkg/scaling/executor/scale_scaledobjects.go}. Not thread-safe.
 */
public final class ScaleExecutor {
    private final ScaledObject object;
    private final long createdSecond;
    private OptionalLong lastActiveSecond = OptionalLong.empty();

    /** An executor for an object created at a second, whose triggers never were active. */
    public ScaleExecutor(ScaledObject object, long createdSecond) {
        this.object = object;
        this.createdSecond = createdSecond;
    }

    /** When a poll was last active without error, or woke the workload. */
    public OptionalLong lastActiveSecond() {
        return lastActiveSecond;
    }

    /** One poll at a second at which the workload has so many replicas. */
    public PollOutcome poll(long second, int replicas, Triggers triggers, Annotations annotations) {
        if (annotations.pauseAll()) {
            return new PollOutcome(replicas, ActiveCondition.NOT_JUDGED, ReadyCondition.READY);
        }
        return triggers.active() || annotations.isOn(Annotation.FORCE_ACTIVATION)
                ? activate(second, replicas, triggers, annotations)
                : deactivate(second, replicas, triggers, annotations);
    }

    private PollOutcome activate(
            long second, int replicas, Triggers triggers, Annotations annotations) {
        if (object.isAsleep(replicas)) {
            return wake(second, replicas, annotations);
        }
        if (triggers.failed()) {
            return PollOutcome.active(replicas, ReadyCondition.PARTIAL_TRIGGER_ERROR);
        }
        lastActiveSecond = OptionalLong.of(second);
        return PollOutcome.active(replicas, ReadyCondition.READY);
    }

    private PollOutcome wake(long second, int replicas, Annotations annotations) {
        if (annotations.isOn(Annotation.PAUSED_SCALE_OUT)) {
            return PollOutcome.active(replicas, ReadyCondition.READY);
        }
        lastActiveSecond = OptionalLong.of(second);
        return PollOutcome.active(object.awakeReplicas(), ReadyCondition.READY);
    }

    private PollOutcome deactivate(
            long second, int replicas, Triggers triggers, Annotations annotations) {
        if (triggers.failed() && object.holdsOnError()) {
            return PollOutcome.inactive(replicas, object.readyOnError());
        }
        if (object.canSleep(replicas)) {
            return sleep(second, replicas, annotations);
        }
        int kept = object.isBelowMin(replicas) ? object.minReplicas() : replicas;
        return PollOutcome.inactive(kept, ReadyCondition.READY);
    }

    private PollOutcome sleep(long second, int replicas, Annotations annotations) {
        if (annotations.isOn(Annotation.PAUSED_SCALE_IN)) {
            return PollOutcome.inactive(replicas, ReadyCondition.READY);
        }
        return isCool(second)
                ? PollOutcome.inactive(object.asleepReplicas(), ReadyCondition.READY)
                : new PollOutcome(
                        replicas, ActiveCondition.SCALER_COOLING_DOWN, ReadyCondition.READY);
    }

    private boolean isCool(long second) {
        ScaledObject.CoolDown coolDown = object.coolDown();
        return lastActiveSecond.isPresent()
                ? lastActiveSecond.getAsLong() + coolDown.seconds() < second
                : createdSecond + coolDown.initialSeconds() < second;
    }
}
