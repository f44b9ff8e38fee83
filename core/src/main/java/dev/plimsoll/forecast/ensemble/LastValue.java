// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** The newest sample, the mean of late, and by how much a sample differs from the one before it. */
final class LastValue {
    private static final double CHANGE_SHARE = 0.01;
    private static final double MEAN_SHARE = 1e-3;

    /** What is smaller than this share of the mean is rounding. */
    private static final double ROUNDING = 1e-12;

    private double value;
    private double mean;
    private double meanChange;
    private long samples;

    void observe(double next) {
        if (samples > 0) {
            double share = Math.max(CHANGE_SHARE, 1.0 / samples);
            meanChange += share * (Math.abs(next - value) - meanChange);
        }
        samples++;
        mean += Math.max(MEAN_SHARE, 1.0 / samples) * (next - mean);
        value = next;
    }

    boolean isKnown() {
        return samples > 0;
    }

    double value() {
        return value;
    }

    double meanChange() {
        return meanChange;
    }

    /** The smallest error that counts, above 0. */
    double leastError() {
        return ROUNDING * mean + Double.MIN_NORMAL;
    }

    void save(StateWriter out) {
        out.putDouble(value).putDouble(mean).putDouble(meanChange).putLong(samples);
    }

    void restore(StateReader in) {
        value = in.getDouble();
        mean = in.getDouble();
        meanChange = in.getDouble();
        samples = Checks.within(0, Long.MAX_VALUE - 1, in.getLong(), "a number of samples");
    }
}
