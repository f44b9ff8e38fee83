// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * A forecaster that knows how sure it is: it gives quantiles in the place of a single value. Else
 * as {@link Forecaster}. Not thread-safe.
 */
public interface BandForecaster {
    /** Takes the next sample, finite and not negative. */
    void observe(double value);

    /** The next sample is absent; time moves on by one step and no error is learned. */
    void observeGap();

    /** Takes the samples of a series from index {@code from} to before {@code to}. */
    default void observe(RegularSeries series, int from, int to) {
        for (int i = from; i < to; i++) {
            if (series.isPresent(i)) {
                observe(series.at(i));
            } else {
                observeGap();
            }
        }
    }

    /** Quantile bands for the next {@code steps} samples; all 0 while nothing was observed. */
    Forecast forecast(int steps);

    /** Writes all that was learned. */
    void save(StateWriter out);

    /** Takes over what {@link #save} of one with the same settings wrote. */
    void restore(StateReader in);
}
