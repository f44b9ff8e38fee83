// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Level and damped trend of exponential smoothing. With a surprise e = y − (l + φb) and h steps
 * ahead:
 *
 * <pre>
 * l ← l + φb + αe    b ← φb + αβe    ŷ(h) = l + (φ + … + φ^h)·b
 * </pre>
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section
 * 8.2, in its error-correction form. Not thread-safe.
 */
final class DampedTrend {
    private final double alpha;
    private final double beta;
    private final double phi;
    private double level;
    private double trend;

    DampedTrend(double alpha, double beta, double phi) {
        this.alpha = alpha;
        this.beta = beta;
        this.phi = phi;
    }

    /** Begins flat at a first sample. */
    void start(double value) {
        level = value;
        trend = 0;
    }

    double level() {
        return level;
    }

    /** One step passes. */
    void moveOn() {
        trend *= phi;
        level += trend;
    }

    /** Learns from how far the step's sample was above the level. */
    void learn(double surprise) {
        level += alpha * surprise;
        trend += alpha * beta * surprise;
    }

    /** Moves the level without learning. */
    void shift(double difference) {
        level += difference;
    }

    /** What is expected so many steps ahead. */
    double ahead(int steps) {
        return level + phi * (1 - power(phi, steps)) / (1 - phi) * trend;
    }

    void save(StateWriter out) {
        out.putDouble(level).putDouble(trend);
    }

    void restore(StateReader in) {
        level = in.getDouble();
        trend = in.getDouble();
    }

    private static double power(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
