// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.number;

/**
 * Whole numbers out of doubles as upstream's programs get them: towards zero, and the least number
 * of all where the value does not fit or is none. That is what Go 1.26 does on amd64 (the language
 * leaves it open). Stateless.
 */
public final class Whole {
    private Whole() {}

    /** 32 bits. */
    public static int int32(double value) {
        return value > Integer.MIN_VALUE - 1.0 && value < Integer.MAX_VALUE + 1.0
                ? (int) value
                : Integer.MIN_VALUE;
    }

    /** 64 bits. */
    public static long int64(double value) {
        return value >= Long.MIN_VALUE && value < Long.MAX_VALUE ? (long) value : Long.MIN_VALUE;
    }
}
