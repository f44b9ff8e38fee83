// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Watches whether anybody on a panel tells more than the last value does. Measured is the mean
 * absolute error of late. If the best of the forecasts errs {@value #LOST} times as much as the
 * last value, they have lost trust together, and earn it back at {@value #EARNED} times. Not
 * thread-safe.
 */
final class SkillWatch {
    private static final double LOST = 2;
    private static final double EARNED = 1.6;
    private static final double GAIN = 1.0 / 500;

    /** Error that is forgiven, in replicas. */
    private static final double GRACE = 0.05;

    /** Before so many errors are known, everyone is trusted. */
    private static final int LEAST_ERRORS = 30;

    private final double[] meanErrors;
    private long known;
    private boolean lost;

    /**
     * @param opinions how many forecasts there are, the last value first
     */
    SkillWatch(int opinions) {
        this.meanErrors = new double[opinions];
    }

    /** Errors of the same moment have become known; NaN where there was no forecast. */
    void learn(double[] errors, double unit) {
        if (Double.isNaN(errors[0])) {
            return;
        }
        known++;
        double gain = Math.max(GAIN, 1.0 / known);
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < errors.length; i++) {
            if (!Double.isNaN(errors[i])) {
                meanErrors[i] += gain * (Math.abs(errors[i]) - meanErrors[i]);
            }
            best = i == 0 ? best : Math.min(best, meanErrors[i]);
        }
        if (known >= LEAST_ERRORS) {
            lost = best > (lost ? EARNED : LOST) * meanErrors[0] + GRACE * unit;
        }
    }

    boolean isTrusted() {
        return !lost;
    }

    void save(StateWriter out) {
        out.putDoubles(meanErrors).putLong(known).putInt(lost ? 1 : 0);
    }

    void restore(StateReader in) {
        in.getDoubles(meanErrors);
        known = in.getLong();
        lost = in.getInt() == 1;
    }
}
