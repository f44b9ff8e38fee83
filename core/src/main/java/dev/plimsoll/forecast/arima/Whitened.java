// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

/**
 * What a filter makes of a series: its surprises, each divided by the root of its variance, and
 * those that a series of ones would have had. As everything is linear, the surprises around a mean
 * µ are those of the series less µ times those of the ones, which are left at 0 where there is to
 * be no mean. Variances are in units of the variance of the innovations. Absent values have a
 * surprise of 0. Not thread-safe.
 */
final class Whitened {
    private static final double LARGE = 1e100;

    final double[] series;
    final double[] ones;
    final double[] deviations;
    private double variances = 1;
    private double logVariances;

    Whitened(int size) {
        this.series = new double[size];
        this.ones = new double[size];
        this.deviations = new double[size];
    }

    /** Notes the surprises of one present value whose variance is that of the innovations. */
    void put(int index, double surprise, double surpriseOfOnes) {
        series[index] = surprise;
        ones[index] = surpriseOfOnes;
        deviations[index] = 1;
    }

    /** Notes the surprises of one present value, and the variance of that, at least 1. */
    void put(int index, double surprise, double surpriseOfOnes, double variance) {
        double deviation = Math.sqrt(variance);
        series[index] = surprise / deviation;
        ones[index] = surpriseOfOnes / deviation;
        deviations[index] = deviation;
        // A logarithm is dear.
        variances *= variance;
        if (variances > LARGE) {
            logVariances += StrictMath.log(variances);
            variances = 1;
        }
    }

    /** The sum of the logarithms of the variances. */
    double logDeterminant() {
        return logVariances + StrictMath.log(variances);
    }

    /** The mean by generalised least squares; 0 where there is to be none. */
    double mean() {
        double product = 0;
        double square = 0;
        for (int i = 0; i < series.length; i++) {
            product += series[i] * ones[i];
            square += ones[i] * ones[i];
        }
        return square > 0 ? product / square : 0;
    }

    /** The scaled surprises around a mean. */
    double[] around(double mean) {
        double[] around = new double[series.length];
        for (int i = 0; i < around.length; i++) {
            around[i] = series[i] - mean * ones[i];
        }
        return around;
    }
}
