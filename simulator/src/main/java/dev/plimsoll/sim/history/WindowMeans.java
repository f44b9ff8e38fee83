// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * One signal's past on a regular grid, a value for each window of it. A window without a value is
 * absent, never 0; so is what is no quantity: NaN, infinite or negative. Immutable.
 */
public final class WindowMeans {
    private final double[] values;

    private WindowMeans(double[] values) {
        this.values = values;
    }

    /** A value for each window; NaN stands for one that is missing. */
    public static WindowMeans of(double... values) {
        return new WindowMeans(Arrays.stream(values).map(WindowMeans::orAbsent).toArray());
    }

    /** So many windows, all of them without a value. */
    public static WindowMeans absent(int windows) {
        double[] none = new double[windows];
        Arrays.fill(none, Double.NaN);
        return new WindowMeans(none);
    }

    public int windows() {
        return values.length;
    }

    /** How many windows have a value. */
    public int known() {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    public boolean isKnown(int window) {
        return !Double.isNaN(values[window]);
    }

    public OptionalDouble at(int window) {
        return isKnown(window) ? OptionalDouble.of(values[window]) : OptionalDouble.empty();
    }

    /** The value of a window that has one. */
    double value(int window) {
        if (!isKnown(window)) {
            throw new IllegalArgumentException(
                    "window %d has no value: ask isKnown before".formatted(window));
        }
        return values[window];
    }

    /** The largest value, if there is any. */
    public OptionalDouble largest() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max();
    }

    private static double orAbsent(double value) {
        return value >= 0 && Double.isFinite(value) ? value : Double.NaN;
    }
}
