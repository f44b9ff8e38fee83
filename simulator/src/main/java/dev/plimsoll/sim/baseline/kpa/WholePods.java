// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * The conversion of a double to 32 bits as upstream's processors do it: towards zero, and to the
 * least number of all where it does not fit or is none.
 */
final class WholePods {
    private WholePods() {}

    static int of(double value) {
        return value > Integer.MIN_VALUE - 1.0 && value < Integer.MAX_VALUE + 1.0
                ? (int) value
                : Integer.MIN_VALUE;
    }
}
