// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import java.util.random.RandomGenerator;

/**
 * Standard normal numbers by the polar method, with {@link StrictMath} alone: one seed gives the
 * same bits on every machine. Not thread-safe.
 *
 * <p>Source: Marsaglia and Bray, "A convenient method for generating normal variables", SIAM Review
 * 6(3), 1964.
 */
final class NormalSource {
    private final RandomGenerator random;
    private double spare;
    private boolean hasSpare;

    NormalSource(RandomGenerator random) {
        this.random = random;
    }

    double next() {
        hasSpare = !hasSpare;
        return hasSpare ? drawPair() : spare;
    }

    private double drawPair() {
        double x;
        double y;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
    }
}
