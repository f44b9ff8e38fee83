// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import java.util.Arrays;

/**
 * A first guess of the states of an ETS model before its first sample: the season by classical
 * decomposition, level and trend by a line through the first samples less their season. Pure.
 *
 * <p>Source: Hyndman et al., Forecasting with Exponential Smoothing (2008), section 2.6.1; here the
 * season is taken from the whole history, since it is refined only where the period is short.
 */
final class EtsInitial {
    private static final int LEAST_SAMPLES = 10;

    private EtsInitial() {}

    /** Level, then trend and one season per phase as the form has them. */
    static double[] guess(EtsForm form, ScaledHistory history, int period) {
        SeasonalIndex season = SeasonalIndex.of(form.season(), history.values(), period);
        double[] phases = season.phases();
        double[] start =
                season.remove(history.values(), Math.max(LEAST_SAMPLES, 2 * phases.length));
        int states = form.hasTrend() ? 2 : 1;
        double[] initial = new double[states + phases.length];
        initial[0] = mean(start);
        if (form.hasTrend()) {
            initial[1] = slope(start);
            initial[0] -= initial[1] * (start.length + 1) / 2;
        }
        System.arraycopy(phases, 0, initial, states, phases.length);
        return initial;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** The least-squares line's rise per step. */
    static double slope(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = mean(values);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            products += (i - middle) * (values[i] - mean);
            squares += (i - middle) * (i - middle);
        }
        return squares == 0 ? 0 : products / squares;
    }
}
