// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/** The standard normal distribution, by functions whose results are the same on every machine. */
final class Normal {
    private static final double ROOT_2_PI = StrictMath.sqrt(2 * StrictMath.PI);

    private Normal() {}

    static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_2_PI;
    }

    /**
     * The probability of a value below {@code x}, within 7.5e-8: Abramowitz and Stegun, Handbook of
     * Mathematical Functions, 26.2.17.
     */
    static double probability(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double series =
                t
                        * (0.319381530
                                + t
                                        * (-0.356563782
                                                + t
                                                        * (1.781477937
                                                                + t
                                                                        * (-1.821255978
                                                                                + t
                                                                                        * 1.330274429))));
        double tail = density(x) * series;
        return x >= 0 ? 1 - tail : tail;
    }
}
