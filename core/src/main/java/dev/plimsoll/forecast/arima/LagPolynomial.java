// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import java.util.List;

/**
 * A polynomial 1 + c₁B + c₂B² + … in the lag operator B, which steps one sample back. Immutable.
 */
final class LagPolynomial {
    static final LagPolynomial ONE = new LagPolynomial(new double[] {1});

    private final double[] coefficients;

    private LagPolynomial(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /** 1 − B^lag. */
    static LagPolynomial difference(int lag) {
        double[] coefficients = new double[lag + 1];
        coefficients[0] = 1;
        coefficients[lag] = -1;
        return new LagPolynomial(coefficients);
    }

    /** 1 − w₁B^s − w₂B^2s − …, as autoregressions are written. */
    static LagPolynomial minus(List<Double> weights, int spacing) {
        return spread(weights, spacing, -1);
    }

    /** 1 + w₁B^s + w₂B^2s + …, as moving averages are written here. */
    static LagPolynomial plus(List<Double> weights, int spacing) {
        return spread(weights, spacing, 1);
    }

    private static LagPolynomial spread(List<Double> weights, int spacing, int sign) {
        double[] coefficients = new double[weights.size() * spacing + 1];
        coefficients[0] = 1;
        for (int i = 0; i < weights.size(); i++) {
            coefficients[(i + 1) * spacing] = sign * weights.get(i);
        }
        return new LagPolynomial(coefficients);
    }

    LagPolynomial times(LagPolynomial other) {
        double[] product = new double[degree() + other.degree() + 1];
        for (int i = 0; i <= degree(); i++) {
            if (coefficients[i] != 0) {
                for (int j = 0; j <= other.degree(); j++) {
                    product[i + j] += coefficients[i] * other.coefficients[j];
                }
            }
        }
        return new LagPolynomial(product);
    }

    int degree() {
        return coefficients.length - 1;
    }

    /** The coefficient of B^lag; 0 beyond the degree. */
    double at(int lag) {
        return lag < coefficients.length ? coefficients[lag] : 0;
    }

    /** Its value at B = 1: what it makes of a constant series of ones. */
    double sum() {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum += coefficient;
        }
        return sum;
    }

    /** Its non-zero terms behind the leading one, as weights of earlier samples. */
    LagWeights tail() {
        return new LagWeights(this, 1);
    }

    /** The same with the opposite sign: what is expected where the whole polynomial gives 0. */
    LagWeights negatedTail() {
        return new LagWeights(this, -1);
    }
}
