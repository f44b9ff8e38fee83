// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.List;

/**
 * Forecasters that are heard together on one series. What they say is taken as it comes: how far it
 * can be relied on is learned by those who ask.
 */
public interface Panel {
    /**
     * Who is on it. The first says the last value, by which the skill of the others is measured.
     */
    List<String> names();

    /** Takes the next sample. */
    void observe(double demand);

    /** The next sample is absent. */
    void observeGap();

    /**
     * Writes what each expects of demand {@code steps} samples ahead, in the order of {@link
     * #names}; NaN where one has no opinion. At least one sample has been observed.
     */
    void ahead(int steps, double[] opinions);

    void save(StateWriter out);

    /** Takes over what {@link #save} wrote. */
    void restore(StateReader in);
}
