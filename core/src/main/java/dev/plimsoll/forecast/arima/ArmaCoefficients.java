// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The weights of earlier samples and surprises in a stationary series w with mean µ:
 *
 * <pre>
 * (1 − φ₁B − …)(1 − Φ₁B^s − …)(w(t) − µ) = (1 + θ₁B + …)(1 + Θ₁B^s + …) e(t)
 * </pre>
 *
 * <p>There is a <b>plus</b> before every θ. Box and Jenkins, and after them Yadav et al. 2020,
 * print a minus: the same model has θ of the opposite sign there. {@link #withSignsOfThetaReversed}
 * converts in either direction.
 *
 * @param phi φ, from the nearest sample on
 * @param theta θ, with a plus before it
 * @param seasonalPhi Φ, from the nearest season on
 * @param seasonalTheta Θ, with a plus before it
 */
public record ArmaCoefficients(
        List<Double> phi,
        List<Double> theta,
        List<Double> seasonalPhi,
        List<Double> seasonalTheta) {
    public static final ArmaCoefficients NONE =
            new ArmaCoefficients(List.of(), List.of(), List.of(), List.of());

    public ArmaCoefficients {
        phi = List.copyOf(phi);
        theta = List.copyOf(theta);
        seasonalPhi = List.copyOf(seasonalPhi);
        seasonalTheta = List.copyOf(seasonalTheta);
        Stream.of(phi, theta, seasonalPhi, seasonalTheta)
                .flatMap(List::stream)
                .forEach(ArmaCoefficients::requireFinite);
    }

    private static void requireFinite(double coefficient) {
        if (!Double.isFinite(coefficient)) {
            throw new IllegalArgumentException(
                    "coefficient %s is not finite".formatted(coefficient));
        }
    }

    /** Coefficients without season. */
    public static ArmaCoefficients of(List<Double> phi, List<Double> theta) {
        return new ArmaCoefficients(phi, theta, List.of(), List.of());
    }

    /** From our signs to those of Box and Jenkins and Yadav et al., and back. */
    public ArmaCoefficients withSignsOfThetaReversed() {
        return new ArmaCoefficients(phi, reversed(theta), seasonalPhi, reversed(seasonalTheta));
    }

    private static List<Double> reversed(List<Double> signs) {
        return signs.stream().map(sign -> -sign).toList();
    }

    /** φ(B)Φ(B^s), the coefficients behind the leading 1 being negative weights. */
    LagPolynomial autoregression(int period) {
        return LagPolynomial.minus(phi, 1).times(LagPolynomial.minus(seasonalPhi, period));
    }

    /** θ(B)Θ(B^s). */
    LagPolynomial movingAverage(int period) {
        return LagPolynomial.plus(theta, 1).times(LagPolynomial.plus(seasonalTheta, period));
    }

    void save(StateWriter out) {
        for (List<Double> part : List.of(phi, theta, seasonalPhi, seasonalTheta)) {
            out.putDoubles(part.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    static ArmaCoefficients restore(StateReader in) {
        return new ArmaCoefficients(
                list(in.getDoubles()),
                list(in.getDoubles()),
                list(in.getDoubles()),
                list(in.getDoubles()));
    }

    static List<Double> list(double... values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
