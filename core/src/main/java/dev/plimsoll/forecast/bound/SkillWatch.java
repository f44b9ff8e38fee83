// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.List;
import java.util.stream.Stream;

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

    private final List<FadingMean> meanErrors;
    private boolean lost;

    /**
     * @param opinions how many forecasts there are, the last value first
     */
    SkillWatch(int opinions) {
        this.meanErrors = Stream.generate(() -> new FadingMean(GAIN)).limit(opinions).toList();
    }

    /** Errors of the same moment have become known; NaN where there was no forecast. */
    void learn(double[] errors, double unit) {
        for (int i = 0; i < errors.length; i++) {
            if (!Double.isNaN(errors[i])) {
                meanErrors.get(i).add(Math.abs(errors[i]));
            }
        }
        FadingMean lastValue = meanErrors.getFirst();
        if (lastValue.count() >= LEAST_ERRORS) {
            lost = best() > (lost ? EARNED : LOST) * lastValue.mean() + GRACE * unit;
        }
    }

    /** The least mean of the others that have forecast anything; 0 if none has. */
    private double best() {
        return meanErrors.stream()
                .skip(1)
                .filter(errors -> errors.count() > 0)
                .mapToDouble(FadingMean::mean)
                .min()
                .orElse(0);
    }

    boolean isTrusted() {
        return !lost;
    }

    void save(StateWriter out) {
        meanErrors.forEach(errors -> errors.save(out));
        out.putInt(lost ? 1 : 0);
    }

    void restore(StateReader in) {
        meanErrors.forEach(errors -> errors.restore(in));
        lost = in.getInt() == 1;
    }
}
