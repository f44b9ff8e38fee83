// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** Bounds the demand of the look-ahead, sample by sample. Not thread-safe. */
public interface BoundSource {
    /** Takes the next interval, and makes the next bound. */
    void observe(Interval interval, Reach reach);

    /** The next sample is absent; the bound stands. */
    void observeGap();

    DemandBound bound();

    void save(StateWriter out);

    /** Takes over what {@link #save} wrote. */
    void restore(StateReader in);
}
