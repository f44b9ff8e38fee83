// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

/**
 * The period to which a peak of the periodogram belongs. The periodogram knows it to about a
 * quarter of a cycle in the whole series; the autocorrelation many cycles later has its maximum at
 * that many times the period, and so tells neighbouring periods apart.
 */
final class PeakLag {
    private static final double UNCERTAINTY = 0.25;
    private static final int MOST_LAGS = 24;

    private PeakLag() {}

    /** A period near this one, in samples. */
    static double near(double[] departures, double period) {
        int cycles = Math.max(1, (int) (departures.length / period / 2));
        double reach = UNCERTAINTY * period * period * cycles / departures.length;
        int from = Math.max(1, (int) Math.ceil(period * cycles - reach));
        int to = (int) (period * cycles + reach);
        if (to <= from) {
            return Math.rint(period * cycles) / cycles;
        }
        int stride = Math.ceilDiv(to - from + 1, MOST_LAGS);
        return summit(departures, highest(departures, from, to, stride), 2 * stride) / cycles;
    }

    private static int highest(double[] departures, int from, int to, int stride) {
        int highest = from;
        double most = Double.NEGATIVE_INFINITY;
        for (int lag = from; lag <= to; lag += stride) {
            double correlation = Autocorrelation.at(departures, lag);
            if (correlation > most) {
                most = correlation;
                highest = lag;
            }
        }
        return highest;
    }

    /** Of the parabola through a lag and two beside it, which noise moves less than the highest. */
    private static double summit(double[] departures, int lag, int beside) {
        double left = Autocorrelation.at(departures, lag - beside);
        double right = Autocorrelation.at(departures, lag + beside);
        double bend = left - 2 * Autocorrelation.at(departures, lag) + right;
        double shift = bend < 0 ? beside * (left - right) / (2 * bend) : 0;
        return lag + Math.clamp(shift, -beside, beside);
    }
}
