// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * The load whose equilibrium a queue is in: it follows the true load as fast as the queue fills and
 * empties, and stays below 1. Held as its stretch y = 1/(1 − load), the factor by which a queue of
 * one slot prolongs a request. A queue starts empty, at y = 1. Not thread-safe.
 */
final class SettlingLoad {
    private static final double NEAR = 0.01;

    private double stretch = 1;

    double stretch() {
        return stretch;
    }

    double load() {
        return 1 - 1 / stretch;
    }

    /**
     * Follows dy/dτ = load − 1 + 1/y, which rests at y = 1/(1 − load), for {@code pace} units of τ:
     * one implicit Euler step, which never overshoots, however long. Of the two forms of the root,
     * the one that does not cancel is taken.
     */
    void follow(double load, double pace) {
        double fallen = stretch - pace * (1 - Math.min(load, 1));
        double root = StrictMath.sqrt(fallen * fallen + 4 * pace);
        stretch = fallen < 0 ? 2 * pace / (root - fallen) : (root + fallen) / 2;
    }

    /** Whether the two explain much the same waits. */
    boolean isNear(SettlingLoad other) {
        return Math.abs(stretch - other.stretch) <= NEAR * stretch;
    }

    SettlingLoad copy() {
        SettlingLoad copy = new SettlingLoad();
        copy.stretch = stretch;
        return copy;
    }
}
