// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/** Whole numbers out of doubles as upstream's programs get them on amd64. Stateless. */
final class Int32 {
    private static final double LONG_RANGE = 0x1p63;

    private Int32() {}

    /** The ceiling. */
    static int ceil(double value) {
        return cut(Math.ceil(value));
    }

    /** Cut off; the low 32 bits of the 64-bit number where it does not fit, and 0 beyond that. */
    static int cut(double value) {
        return Math.abs(value) < LONG_RANGE ? (int) (long) value : 0;
    }

    /** The ceiling, but no more than the largest number. */
    static int ceilAtMost(double value) {
        return value > Integer.MAX_VALUE ? Integer.MAX_VALUE : ceil(value);
    }
}
