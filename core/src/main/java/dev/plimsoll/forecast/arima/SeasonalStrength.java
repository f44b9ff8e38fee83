// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.RegularSeries;

/**
 * How much of a series without its trend comes again after one period: 1 − ½·Var(x(t) − x(t−s)) /
 * Var(x), with the mean over one period around a sample as the trend. Where all periods are alike
 * that is the share of the season in the variance, and it still sees a season that changes slowly.
 * Absent samples are left out.
 *
 * <p>Source: the strength of seasonality of Wang, Smith and Hyndman 2006, Characteristic-based
 * clustering for time series data, and its threshold as in Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, 3rd ed., sections 4.3 and 9.1; by differences in place of a mean season.
 */
final class SeasonalStrength {
    /** From here on a seasonal difference forecasts better than none. */
    private static final double STRONG = 0.64;

    private final RegularSeries series;
    private final int period;
    private final double[] detrended;
    private final boolean[] known;

    private SeasonalStrength(RegularSeries series, int period) {
        this.series = series;
        this.period = period;
        this.detrended = new double[series.size()];
        this.known = new boolean[series.size()];
    }

    /** Whether the season is strong; at least three periods are needed to tell. */
    static boolean isStrong(RegularSeries series, int period) {
        return of(series, period) > STRONG;
    }

    /** From 0 to 1; 0 while there are fewer than three periods. */
    static double of(RegularSeries series, int period) {
        return series.size() < 3 * period ? 0 : new SeasonalStrength(series, period).strength();
    }

    private double strength() {
        detrend();
        double whole = meanSquare(0);
        return whole > 0 ? Math.clamp(1 - meanSquare(period) / whole / 2, 0, 1) : 0;
    }

    /** The mean over a period and, where that is even, half a sample more at either end. */
    private void detrend() {
        double scale = largest();
        double[] sums = new double[series.size() + 1];
        int[] counts = new int[series.size() + 1];
        for (int i = 0; i < series.size(); i++) {
            sums[i + 1] = sums[i] + (series.isPresent(i) ? series.at(i) / scale : 0);
            counts[i + 1] = counts[i] + (series.isPresent(i) ? 1 : 0);
        }
        int half = period / 2;
        for (int i = half; i + half < series.size(); i++) {
            int count = window(counts, i, half);
            known[i] = series.isPresent(i) && count > 0;
            detrended[i] = known[i] ? series.at(i) / scale - window(sums, i, half) / count : 0;
        }
    }

    private double largest() {
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < series.size(); i++) {
            largest = series.isPresent(i) ? Math.max(largest, series.at(i)) : largest;
        }
        return largest;
    }

    /** Twice the sum over a period around an index, so that halves need no fractions. */
    private double window(double[] sums, int index, int half) {
        double whole = sums[index + half + 1] - sums[index - half];
        return period % 2 == 1 ? 2 * whole : whole + sums[index + half] - sums[index - half + 1];
    }

    private int window(int[] counts, int index, int half) {
        int whole = counts[index + half + 1] - counts[index - half];
        return period % 2 == 1
                ? 2 * whole
                : whole + counts[index + half] - counts[index - half + 1];
    }

    /** Of the detrended samples, less those of some steps before where that is not 0. */
    private double meanSquare(int before) {
        double sum = 0;
        int count = 0;
        for (int i = before; i < detrended.length; i++) {
            if (known[i] && known[i - before]) {
                double change = detrended[i] - (before > 0 ? detrended[i - before] : 0);
                sum += change * change;
                count++;
            }
        }
        return sum / Math.max(1, count);
    }
}
