// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * A model of one regularly sampled series, updated sample by sample. What it learned can be saved
 * and restored: a restored forecaster continues exactly as the saved one would have. Not
 * thread-safe.
 */
public interface Forecaster {
    /** The name used in settings, records and reports, e.g. {@code holt-winters}. */
    String name();

    /** Takes the next sample. The value is finite and not negative. */
    void observe(double value);

    /** The next sample is absent; time moves on by one step. */
    void observeGap();

    /**
     * The value expected {@code steps} samples after the last one; at least 0, always finite. 0
     * while nothing has been observed.
     *
     * @param steps at least 1
     */
    double predict(int steps);

    /** Writes all that was learned. */
    void save(StateWriter out);

    /** Takes over what {@link #save} of a forecaster with the same settings wrote. */
    void restore(StateReader in);
}
