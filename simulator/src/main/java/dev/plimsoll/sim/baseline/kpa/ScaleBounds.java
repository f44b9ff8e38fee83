// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * The bounds of a revision's scale. An unreachable revision has no lower one. Until the revision
 * was once as large as its initial scale, that is a lower bound too; it counts from 2 on only.
 *
 * <p>Source: Knative Serving 0.51, {@code pkg/reconciler/autoscaling/kpa/scaler.go}; until 0.42 the
 * initial scale also held for unreachable revisions.
 *
 * @param min at least so many pods
 * @param max at most so many; 0: no matter
 * @param initial to begin with
 */
public record ScaleBounds(int min, int max, int initial) {
    int apply(int wanted, Reachability reachability, boolean initialized) {
        int least = reachability == Reachability.UNREACHABLE ? 0 : least(initialized);
        if (wanted < least) {
            return least;
        }
        return max != 0 && wanted > max ? max : wanted;
    }

    private int least(boolean initialized) {
        return initial > 1 && !initialized ? Math.max(initial, min) : min;
    }
}
