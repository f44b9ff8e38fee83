// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/**
 * Powers with whole exponents by repeated squaring, least significant bit first. That is the order
 * in which Go's {@code math.Pow} multiplies, so that a bucket's start has the same last bit here
 * and there, and an amount that is cut off from it the same last unit. {@code StrictMath.pow}
 * rounds better, and would give 43 101 250 bytes where upstream has 43 101 249.
 */
final class IntegerPower {
    private IntegerPower() {}

    static double of(double base, int exponent) {
        double power = positive(base, Math.abs(exponent));
        return exponent < 0 ? 1 / power : power;
    }

    private static double positive(double base, int exponent) {
        double power = 1;
        double square = base;
        for (int bits = exponent; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }
}
