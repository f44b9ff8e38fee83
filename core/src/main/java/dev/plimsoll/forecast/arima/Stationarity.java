// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

/**
 * The KPSS test of whether a series keeps to a level: its sums around the mean stay small if it
 * does, and wander off if it does not. The long-run variance weighs autocovariances by Bartlett's
 * window, up to a lag of 3·√n/13.
 *
 * <p>Source: Kwiatkowski, Phillips, Schmidt and Shin 1992, Testing the null hypothesis of
 * stationarity against the alternative of a unit root, formulas (10) to (13) and Table 1.
 */
final class Stationarity {
    /** Exceeded by one stationary series in 20. */
    private static final double CRITICAL = 0.463;

    private static final int LEAST_SAMPLES = 10;

    private Stationarity() {}

    /** Whether the samples are likely not to keep to a level; false while there are too few. */
    static boolean rejects(double[] samples) {
        return samples.length >= LEAST_SAMPLES && statistic(samples) > CRITICAL;
    }

    static double statistic(double[] samples) {
        double[] deviations = deviations(samples);
        double sum = 0;
        double squares = 0;
        for (double deviation : deviations) {
            sum += deviation;
            squares += sum * sum;
        }
        double variance = longRunVariance(deviations);
        return variance > 0 ? squares / variance / samples.length / samples.length : 0;
    }

    private static double[] deviations(double[] samples) {
        double mean = 0;
        for (double sample : samples) {
            mean += sample / samples.length;
        }
        double[] deviations = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            deviations[i] = samples[i] - mean;
        }
        return deviations;
    }

    private static double longRunVariance(double[] deviations) {
        int lags = (int) (3 * Math.sqrt(deviations.length) / 13);
        double variance = covariance(deviations, 0);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * covariance(deviations, lag);
        }
        return variance;
    }

    private static double covariance(double[] deviations, int lag) {
        double sum = 0;
        for (int i = lag; i < deviations.length; i++) {
            sum += deviations[i] * deviations[i - lag];
        }
        return sum / deviations.length;
    }
}
