// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * The mean of what has been seen, in which what is new has at least a given weight. Not
 * thread-safe.
 */
final class FadingMean {
    private final double gain;
    private double mean;
    private long count;

    /**
     * @param gain weight of the newest, once 1/gain have been seen
     */
    FadingMean(double gain) {
        this.gain = gain;
    }

    void add(double value) {
        count++;
        mean += Math.max(gain, 1.0 / count) * (value - mean);
    }

    /** The mean; 0 before anything has been seen. */
    double mean() {
        return mean;
    }

    /** How many have been seen. */
    long count() {
        return count;
    }

    void save(StateWriter out) {
        out.putDouble(mean).putLong(count);
    }

    void restore(StateReader in) {
        mean = in.getDouble();
        count = in.getLong();
    }
}
