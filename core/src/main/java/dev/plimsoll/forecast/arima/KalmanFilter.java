// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import java.util.Arrays;

/**
 * The exact surprises of a stationary series, each with its variance given all values before it. An
 * absent value updates nothing.
 *
 * <p>The state's element i is what the values and surprises up to now add to the value i steps on
 * from now; element 0 is the value itself. It is observed without noise, so that its variance is 0
 * after every value that is present, and most of the covariance's update falls away. Once the
 * surprises have had no more variance than the innovations for as long as the state reaches, the
 * covariance stays, until a value is absent.
 *
 * <p>Source: Harvey, Forecasting, structural time series models and the Kalman filter, section 3.3;
 * Gardner, Harvey and Phillips 1980, AS 154.
 */
final class KalmanFilter {
    private static final double SETTLED = 1e-12;

    private final int size;
    private final double[] phi;
    private final double[] theta;
    private final double[] state;
    private final double[] stateOfOnes;
    private final double[] covariance;
    private final double[] first;
    private final boolean centred;
    private int calm;

    private KalmanFilter(
            LagPolynomial autoregression, LagPolynomial movingAverage, boolean centred) {
        this.centred = centred;
        this.size = Math.max(autoregression.degree(), movingAverage.degree() + 1);
        this.phi = new double[size];
        this.theta = new double[size];
        for (int i = 0; i < size; i++) {
            phi[i] = -autoregression.at(i + 1);
            theta[i] = movingAverage.at(i);
        }
        this.state = new double[size + 1];
        this.stateOfOnes = new double[size + 1];
        this.covariance = new StationaryCovariance(phi, theta).ofState();
        this.first = Arrays.copyOf(covariance, size + 1);
        first[size] = 0;
    }

    static Whitened whiten(
            DifferencedSeries input, LagPolynomial autoregression, LagPolynomial movingAverage) {
        return new KalmanFilter(autoregression, movingAverage, input.isCentred()).run(input);
    }

    private Whitened run(DifferencedSeries input) {
        Whitened output = new Whitened(input.size());
        double[] series = input.values();
        for (int i = 0; i < series.length; i++) {
            if (input.isPresent(i)) {
                take(series[i], i, output);
            } else {
                skip();
            }
        }
        return output;
    }

    private void take(double value, int index, Whitened output) {
        double surprise = value - state[0];
        double surpriseOfOnes = centred ? 1 - stateOfOnes[0] : 0;
        if (calm == size) {
            output.put(index, surprise, surpriseOfOnes);
            update(surprise, surpriseOfOnes);
        } else {
            double variance = Math.max(1, first[0]);
            output.put(index, surprise, surpriseOfOnes, variance);
            update(surprise / variance, surpriseOfOnes / variance);
            calm = variance - 1 < SETTLED ? calm + 1 : 0;
            learn(variance);
            System.arraycopy(covariance, 0, first, 0, size);
        }
    }

    private void skip() {
        calm = 0;
        moveOn(state, state[0]);
        moveOn(stateOfOnes, stateOfOnes[0]);
        forget();
        System.arraycopy(covariance, 0, first, 0, size);
    }

    private void update(double share, double shareOfOnes) {
        update(state, share);
        if (centred) {
            update(stateOfOnes, shareOfOnes);
        }
    }

    /** Corrects a state by a surprise over its variance, and moves on. */
    private void update(double[] vector, double share) {
        double value = vector[0] + first[0] * share;
        for (int i = 1; i < size; i++) {
            vector[i] += first[i] * share;
        }
        moveOn(vector, value);
    }

    private void moveOn(double[] vector, double value) {
        for (int i = 0; i < size; i++) {
            vector[i] = phi[i] * value + vector[i + 1];
        }
    }

    /** The next covariance after a value that was present. */
    private void learn(double variance) {
        for (int i = 0; i < size; i++) {
            double gain = first[i + 1] / variance;
            for (int j = i; j < size; j++) {
                covariance[i * size + j] = below(i, j) - gain * first[j + 1] + theta[i] * theta[j];
            }
        }
    }

    /** The next covariance after one that was absent. */
    private void forget() {
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                covariance[i * size + j] =
                        below(i, j)
                                + phi[i] * (phi[j] * first[0] + first[j + 1])
                                + phi[j] * first[i + 1]
                                + theta[i] * theta[j];
            }
        }
    }

    /** Only the upper half is kept, row by row; a row is overwritten after the one above it. */
    private double below(int row, int column) {
        return column + 1 < size ? covariance[(row + 1) * size + column + 1] : 0;
    }
}
