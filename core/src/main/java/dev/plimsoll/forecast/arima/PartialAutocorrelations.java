// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import java.util.Arrays;
import java.util.List;

/**
 * Turns any real numbers into the weights of a stationary autoregression, so that an optimiser
 * needs no bounds: each number becomes a partial autocorrelation between −1 and 1, and the
 * Durbin-Levinson recursion makes weights of those. Every stationary autoregression is reached, but
 * for those within a hair of a unit root. With its sign turned, the result is an invertible moving
 * average.
 *
 * <p>Source: Barndorff-Nielsen and Schou 1973, On the parametrization of autoregressive models by
 * partial autocorrelations; Monahan 1984, A note on enforcing stationarity in autoregressive-moving
 * average models.
 */
final class PartialAutocorrelations {
    private static final double MOST = 0.9999;

    /** What lies beyond makes no difference, and its square must not overflow. */
    private static final double FARTHEST = 1e6;

    private PartialAutocorrelations() {}

    /** The weights that {@code count} numbers stand for, beginning with the one at {@code from}. */
    static double[] weights(double[] point, int from, int count) {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            extend(weights, i, squeezed(point[from + i]));
        }
        return weights;
    }

    private static double squeezed(double number) {
        double bounded = Math.clamp(number, -FARTHEST, FARTHEST);
        return MOST * bounded / Math.sqrt(1 + bounded * bounded);
    }

    /** From an autoregression of {@code order} weights to the one of the next order. */
    private static void extend(double[] weights, int order, double partial) {
        double[] before = Arrays.copyOf(weights, order);
        for (int i = 0; i < order; i++) {
            weights[i] -= partial * before[order - 1 - i];
        }
        weights[order] = partial;
    }

    /** Whether all roots of 1 − w₁z − w₂z² − … are farther from 0 than {@code modulus}. */
    static boolean haveRootsBeyond(double modulus, List<Double> weights) {
        double[] rest = new double[weights.size()];
        double power = 1;
        for (int i = 0; i < rest.length; i++) {
            power *= modulus;
            rest[i] = power * weights.get(i);
        }
        return isStationary(rest);
    }

    /** The recursion backwards: stationary as long as every partial autocorrelation is below 1. */
    private static boolean isStationary(double[] weights) {
        double[] rest = weights;
        for (int order = weights.length - 1; order >= 0; order--) {
            double partial = rest[order];
            if (!(Math.abs(partial) < 1)) {
                return false;
            }
            rest = shortened(rest, order, partial);
        }
        return true;
    }

    private static double[] shortened(double[] weights, int order, double partial) {
        double[] shorter = new double[order];
        for (int i = 0; i < order; i++) {
            shorter[i] = (weights[i] + partial * weights[order - 1 - i]) / (1 - partial * partial);
        }
        return shorter;
    }
}
