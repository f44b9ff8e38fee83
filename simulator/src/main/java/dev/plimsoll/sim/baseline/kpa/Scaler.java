// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import dev.plimsoll.sim.baseline.kpa.Activity.Activating;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp.None;
import java.util.OptionalInt;

/**
 * Turns what the autoscaler wants into what is written: bounds first, then the way to zero. While
 * the autoscaler has not decided yet, nothing happens, except that a revision that is still
 * activating gets its lower bound.
 *
 * <p>Source: Knative Serving 0.51, {@code pkg/reconciler/autoscaling/kpa/scaler.go}. Stateless.
 */
public final class Scaler {
    /** Below every bound. */
    private static final int UNDECIDED = -1;

    private final ScaleBounds bounds;
    private final ScaleToZero scaleToZero;

    /** A scaler with the revision's settings. */
    public Scaler(ScaleBounds bounds, ZeroSettings settings) {
        this.bounds = bounds;
        this.scaleToZero = new ScaleToZero(settings);
    }

    /** One reconciliation; empty: the autoscaler has not decided yet. */
    public ScaleStep reconcile(OptionalInt wanted, Revision revision) {
        if (wanted.isEmpty() && !(revision.activity() instanceof Activating)) {
            return ScaleStep.unknown(new None());
        }
        int pods =
                bounds.apply(
                        wanted.orElse(UNDECIDED), revision.reachability(), revision.initialized());
        return pods == 0 ? scaleToZero.decide(revision) : ScaleStep.apply(pods);
    }
}
