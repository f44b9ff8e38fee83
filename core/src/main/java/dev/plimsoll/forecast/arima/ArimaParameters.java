// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * An ARIMA model with all its numbers: the differenced series (1 − B)^d (1 − B^s)^D y has the mean
 * {@code mean} and follows {@code coefficients} around it.
 *
 * @param order the shape, which the coefficients fit
 * @param coefficients with a plus before θ, see {@link ArmaCoefficients}
 * @param mean of the differenced series, in the series' unit; 0 where the order has no constant
 * @param variance of the surprises, in the square of that unit
 */
public record ArimaParameters(
        ArimaOrder order, ArmaCoefficients coefficients, double mean, double variance) {
    /** Every sample is the one before it and a surprise: what the naive forecast assumes. */
    public static final ArimaParameters RANDOM_WALK =
            new ArimaParameters(ArimaOrder.of(0, 1, 0), ArmaCoefficients.NONE, 0, 0);

    public ArimaParameters {
        requireCount(order.regular().p(), coefficients.phi().size(), "phi");
        requireCount(order.regular().q(), coefficients.theta().size(), "theta");
        requireCount(order.seasonal().p(), coefficients.seasonalPhi().size(), "seasonalPhi");
        requireCount(order.seasonal().q(), coefficients.seasonalTheta().size(), "seasonalTheta");
        if (!Double.isFinite(mean) || (!order.constant() && mean != 0)) {
            throw new IllegalArgumentException(
                    "mean %s does not fit the order %s".formatted(mean, order));
        }
        if (!(variance >= 0 && variance <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "variance %s is not a finite number of at least 0".formatted(variance));
        }
    }

    private static void requireCount(int expected, int found, String what) {
        if (expected != found) {
            throw new IllegalArgumentException(
                    "%s has %d values, the order wants %d".formatted(what, found, expected));
        }
    }

    /** φ(B)Φ(B^s)(1 − B)^d (1 − B^s)^D, which makes surprises and a constant of the series. */
    LagPolynomial wholeAutoregression() {
        return coefficients.autoregression(order.period()).times(order.differences());
    }

    LagPolynomial movingAverage() {
        return coefficients.movingAverage(order.period());
    }

    /**
     * What the mean adds to every sample: µφ(1)Φ(1). That is the mu of the formula that Yadav et
     * al. 2020 print, where it is no mean.
     */
    double constant() {
        return mean * coefficients.autoregression(order.period()).sum();
    }

    void save(StateWriter out) {
        order.save(out);
        coefficients.save(out);
        out.putDouble(mean).putDouble(variance);
    }

    static ArimaParameters restore(StateReader in) {
        return new ArimaParameters(
                ArimaOrder.restore(in),
                ArmaCoefficients.restore(in),
                in.getDouble(),
                in.getDouble());
    }
}
