// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

/**
 * How the state of a {@link KalmanFilter} varies while nothing is known of a series. The
 * autocovariances come from the Yule-Walker equations with the moving average on the right, the
 * first row of the covariance from those, and the rest from the fact that a step changes nothing.
 * In units of the variance of the innovations.
 *
 * <p>Source: Brockwell and Davis, Time Series: Theory and Methods, section 3.3 (third method).
 */
final class StationaryCovariance {
    private final double[] phi;
    private final double[] theta;
    private final double[] response;

    /** Weights of the samples before and of the surprises from now on back, equally many. */
    StationaryCovariance(double[] phi, double[] theta) {
        this.phi = phi;
        this.theta = theta;
        this.response = response();
    }

    /** What a surprise adds to the value so many steps after it. */
    private double[] response() {
        double[] response = new double[theta.length];
        for (int lag = 0; lag < response.length; lag++) {
            response[lag] = theta[lag];
            for (int i = 0; i < lag; i++) {
                response[lag] += phi[i] * response[lag - 1 - i];
            }
        }
        return response;
    }

    /** The upper half of the state's covariance, in a square, row by row. */
    double[] ofState() {
        int size = phi.length;
        double[] covariance = new double[size * size];
        firstRow(covariance);
        for (int i = size - 1; i > 0; i--) {
            for (int j = size - 1; j >= i; j--) {
                covariance[i * size + j] =
                        phi[i] * phi[j] * covariance[0]
                                + phi[i] * next(covariance, 0, j)
                                + phi[j] * next(covariance, 0, i)
                                + (i + 1 < size ? next(covariance, i + 1, j) : 0)
                                + theta[i] * theta[j];
            }
        }
        return covariance;
    }

    private double next(double[] covariance, int row, int column) {
        return column + 1 < phi.length ? covariance[row * phi.length + column + 1] : 0;
    }

    private void firstRow(double[] covariance) {
        double[] autocovariances = autocovariances();
        covariance[0] = autocovariances[0];
        for (int j = 1; j < phi.length; j++) {
            for (int k = j; k < phi.length; k++) {
                covariance[j] += phi[k] * autocovariances[1 + k - j];
                covariance[j] += theta[k] * response[k - j];
            }
        }
    }

    /** From lag 0 to the size of the state. */
    double[] autocovariances() {
        int size = phi.length;
        double[][] equations = new double[size + 1][size + 2];
        for (int lag = 0; lag <= size; lag++) {
            equations[lag][lag] += 1;
            for (int i = 1; i <= size; i++) {
                equations[lag][Math.abs(lag - i)] -= phi[i - 1];
            }
            for (int k = lag; k < size; k++) {
                equations[lag][size + 1] += theta[k] * response[k - lag];
            }
        }
        return LinearEquations.solve(equations);
    }
}
