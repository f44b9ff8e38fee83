// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Simple exponential smoothing with a drift d, which the level l gains in each step by itself. With
 * the surprise e = y − (l + d), and h steps ahead:
 *
 * <pre>
 * l ← l + d + αe    ŷ(h) = l + h·d
 * </pre>
 *
 * <p>Takes constant time per step, and allocates nothing. Not thread-safe.
 */
final class DriftingLevel {
    private final double alpha;
    private final double drift;
    private double level;

    /**
     * @param alpha share of a surprise that goes into the level, 0 to 1
     * @param drift what the level gains in a step
     * @param level the level before the first sample
     */
    DriftingLevel(double alpha, double drift, double level) {
        this.alpha = alpha;
        this.drift = drift;
        this.level = level;
    }

    double alpha() {
        return alpha;
    }

    double drift() {
        return drift;
    }

    /** Takes the next sample, and gives its surprise. */
    double observe(double value) {
        level += drift;
        double surprise = value - level;
        level += alpha * surprise;
        return surprise;
    }

    void observeGap() {
        level += drift;
    }

    double ahead(int steps) {
        return level + steps * drift;
    }

    /** The same model of samples in another unit. */
    DriftingLevel scaled(double factor) {
        return new DriftingLevel(alpha, drift * factor, level * factor);
    }

    void save(StateWriter out) {
        out.putDouble(alpha).putDouble(drift).putDouble(level);
    }

    static DriftingLevel restore(StateReader in) {
        return new DriftingLevel(in.getDouble(), in.getDouble(), in.getDouble());
    }
}
