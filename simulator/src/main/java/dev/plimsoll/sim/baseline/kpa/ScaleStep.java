// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import java.util.OptionalInt;

/**
 * What the scaler does about a wanted number of pods.
 *
 * @param desired what the revision is to have from now on, as its status says; empty: not known
 * @param applied whether that number is to be written
 * @param followUp what has to happen besides
 */
public record ScaleStep(OptionalInt desired, boolean applied, FollowUp followUp) {
    /** What a step leaves to do. */
    public sealed interface FollowUp {
        /** Nothing. */
        record None() implements FollowUp {}

        /** Decide again after so many seconds. */
        record LookAgain(long afterSeconds) implements FollowUp {}

        /** Probe in the background until the activator answers, then decide again. */
        record Probe() implements FollowUp {}
    }

    static ScaleStep apply(int pods) {
        return new ScaleStep(OptionalInt.of(pods), true, new FollowUp.None());
    }

    static ScaleStep applyForNow(int pods, long seconds) {
        return new ScaleStep(OptionalInt.of(pods), true, new FollowUp.LookAgain(seconds));
    }

    /** Zero is wanted and said, but not written yet. */
    static ScaleStep announceZero(FollowUp followUp) {
        return new ScaleStep(OptionalInt.of(0), false, followUp);
    }

    static ScaleStep unknown(FollowUp followUp) {
        return new ScaleStep(OptionalInt.empty(), false, followUp);
    }

    /** The number to write where so many pods are set now; empty: none. */
    public OptionalInt written(int current) {
        boolean same = desired.isPresent() && desired.getAsInt() == current;
        return applied && !same ? desired : OptionalInt.empty();
    }
}
