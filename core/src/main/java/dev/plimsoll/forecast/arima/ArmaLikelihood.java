// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import java.util.List;

/**
 * The Gaussian likelihood of a differenced series under an ARMA model, the mean and the variance
 * being the best for the coefficients, so that only these are left to search:
 *
 * <pre>
 * ℓ = −n/2 · (log(2π·σ̂²) + 1) − ½·Σ log f     σ̂² = Σ (v²/f) / n
 * </pre>
 *
 * <p>with n present values, their surprises v and the variances f of those in units of σ². The
 * largest ℓ is where the sum of squares of v/√f · (Π f)^(1/2n) is least, which makes it a problem
 * of least squares. Its points are those of {@link ArmaPoint}.
 *
 * <p>Source: Brockwell and Davis, Time Series: Theory and Methods, section 8.7.
 */
final class ArmaLikelihood {
    private static final double HOPELESS = 1e3;

    private final ArimaOrder order;
    private final DifferencedSeries series;
    private final boolean exact;

    private ArmaLikelihood(ArimaOrder order, DifferencedSeries series, boolean exact) {
        this.order = order;
        this.series = series;
        this.exact = exact;
    }

    /** Takes into account how little is known before the first value. */
    static ArmaLikelihood exact(ArimaOrder order, DifferencedSeries series) {
        return new ArmaLikelihood(order, series, true);
    }

    /** Assumes that all before the first value was as expected. */
    static ArmaLikelihood conditional(ArimaOrder order, DifferencedSeries series) {
        return new ArmaLikelihood(order, series, false);
    }

    /** The most likely point near the best of some starts, to within what is worth a step. */
    double[] mostLikely(List<double[]> starts, double leastGain) {
        double[] start = bestOf(starts);
        return start.length == 0
                ? start
                : LeastSquares.minimize(this::residuals, series.size(), leastGain, start);
    }

    private double[] bestOf(List<double[]> points) {
        double[] best = points.getFirst();
        double least = meanSquare(residuals(best));
        for (double[] point : points.subList(1, points.size())) {
            double square = meanSquare(residuals(point));
            if (square < least) {
                best = point;
                least = square;
            }
        }
        return best;
    }

    /** The model at a point, and its likelihood. */
    ArimaFit fit(double[] point) {
        return fit(ArmaPoint.coefficients(order, point));
    }

    /** The model with these coefficients, which fit the order. */
    ArimaFit fit(ArmaCoefficients coefficients) {
        Whitened whitened = whiten(coefficients);
        double mean = whitened.mean();
        double[] residuals = whitened.around(mean);
        double variance = meanSquare(residuals);
        ArimaParameters parameters =
                new ArimaParameters(
                        order,
                        coefficients,
                        mean * series.scale() + series.shift(),
                        variance * series.scale() * series.scale());
        return new ArimaFit(
                parameters,
                logLikelihood(variance, whitened.logDeterminant()),
                series,
                surprises(residuals, whitened));
    }

    /** What is known of the surprises when only the past is, v/f, in the unit of the series. */
    private double[] surprises(double[] residuals, Whitened whitened) {
        double[] surprises = new double[residuals.length];
        for (int i = 0; i < surprises.length; i++) {
            surprises[i] =
                    series.isPresent(i)
                            ? residuals[i] / whitened.deviations[i] * series.scale()
                            : 0;
        }
        return surprises;
    }

    private double meanSquare(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum / series.present();
    }

    private double logLikelihood(double variance, double logDeterminant) {
        int count = series.present();
        double least = Math.max(Double.MIN_NORMAL, variance);
        double logVariance =
                StrictMath.log(2 * Math.PI * least) + 2 * StrictMath.log(series.scale());
        return -0.5 * (count * (logVariance + 1) + logDeterminant);
    }

    private double[] residuals(double[] point) {
        Whitened whitened = whiten(ArmaPoint.coefficients(order, point));
        double[] residuals = whitened.around(whitened.mean());
        double weight = StrictMath.exp(whitened.logDeterminant() / (2 * series.present()));
        for (int i = 0; i < residuals.length; i++) {
            double residual = residuals[i] * weight;
            residuals[i] = Math.abs(residual) < HOPELESS ? residual : HOPELESS;
        }
        return residuals;
    }

    private Whitened whiten(ArmaCoefficients coefficients) {
        LagPolynomial autoregression = coefficients.autoregression(order.period());
        LagPolynomial movingAverage = coefficients.movingAverage(order.period());
        return exact
                ? KalmanFilter.whiten(series, autoregression, movingAverage)
                : ConditionalFilter.whiten(series, autoregression, movingAverage);
    }
}
