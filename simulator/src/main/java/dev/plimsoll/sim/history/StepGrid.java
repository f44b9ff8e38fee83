// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.workload.Interpolation;
import java.time.Duration;
import java.time.Instant;

/**
 * How the steps of a simulation lie in the windows of a past. A window's demand is its mean, so
 * that demand runs from the middle of one to the middle of the next; where it is held, from start
 * to start.
 */
final class StepGrid {
    private final History history;
    private final int stepSeconds;
    private final double firstSecond;

    StepGrid(History history, int stepSeconds, Interpolation interpolation) {
        this.history = history;
        this.stepSeconds = stepSeconds;
        double within = interpolation == Interpolation.HOLD ? 0 : 0.5;
        this.firstSecond = (history.first() + within) * history.windowSeconds();
    }

    /** The instant of step 0. */
    Instant start() {
        return history.start().plus(Duration.ofMillis(Math.round(firstSecond * 1000)));
    }

    int stepSeconds() {
        return stepSeconds;
    }

    /** The window that the middle of a step lies in. */
    int window(int step) {
        return (int) Math.min(position(step), history.windows() - 1.0);
    }

    /** How much of that window has passed by then, 0 to 1. */
    double share(int step) {
        return position(step) - Math.floor(position(step));
    }

    /** Whether so many steps fill a window. */
    boolean isWhole(int steps) {
        return (steps + 1) * stepSeconds > history.windowSeconds();
    }

    private double position(int step) {
        return (firstSecond + (step + 0.5) * stepSeconds) / history.windowSeconds();
    }
}
