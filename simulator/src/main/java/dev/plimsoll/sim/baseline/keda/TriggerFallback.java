// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

import dev.plimsoll.sim.baseline.keda.TriggerReading.Failed;
import dev.plimsoll.sim.baseline.keda.TriggerReading.Value;
import dev.plimsoll.sim.baseline.number.Whole;
import java.util.Optional;

/**
 * Answers for one trigger. A value is passed on. While the trigger fails, the HPA is told so, until
 * there were more failures in a row than the fallback bears; from then on it is told the value at
 * which it will ask for the fallback's replicas: target × replicas, by the ready pods where the
 * target is not an average. With no ready pod that is no number, and the answer remains a failure.
 *
 * <p>Source: KEDA 2.21, {@code pkg/fallback/fallback.go}, without formulas over several triggers.
 * Not thread-safe.
 */
public final class TriggerFallback {
    private static final double MILLI = 1000;

    private final Optional<Fallback> fallback;
    private final TriggerTarget target;
    private int failures;

    /** For a trigger that has not failed yet. A fallback that is not valid is as good as none. */
    public TriggerFallback(Optional<Fallback> fallback, TriggerTarget target) {
        this.fallback = fallback.filter(Fallback::isValid);
        this.target = target;
    }

    /** What the status says since the last answer. */
    public TriggerHealth health() {
        return fallback.<TriggerHealth>map(
                        used -> new TriggerHealth.Tracked(failures, isExceeded(used)))
                .orElseGet(TriggerHealth.Untracked::new);
    }

    /** The answer to one question, with the replicas there are and how many of them are ready. */
    public Answer answer(TriggerReading reading, int replicas, int readyPods) {
        return switch (reading) {
            case Value(long milli) -> recover(milli);
            case Failed() -> fail(replicas, readyPods);
        };
    }

    private Answer recover(long milli) {
        failures = 0;
        return new Answer.Measured(milli);
    }

    private Answer fail(int replicas, int readyPods) {
        failures++;
        return fallback.filter(this::isExceeded)
                .map(used -> fallBack(used, replicas, readyPods))
                .orElseGet(Answer.Failure::new);
    }

    private boolean isExceeded(Fallback used) {
        return failures > used.failureThreshold();
    }

    private Answer fallBack(Fallback used, int replicas, int readyPods) {
        if (used.behavior() == FallbackBehavior.SCALING_MODIFIERS) {
            return new Answer.Placeholder();
        }
        double wanted = used.behavior().replicas(used.replicas(), replicas);
        return switch (target.kind()) {
            case AVERAGE_VALUE -> value(wanted);
            case VALUE -> readyPods == 0 ? new Answer.Failure() : value(wanted / readyPods);
        };
    }

    private Answer value(double replicas) {
        return new Answer.FallenBack(Whole.int64(target.units() * MILLI * replicas));
    }
}
