// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import java.util.List;

/**
 * What is expected of a series, with its uncertainty: quantiles for each of the next samples.
 *
 * @param forecaster the name of the model that made it
 * @param steps the quantiles of the first, second, … sample to come; at least one
 */
public record Forecast(String forecaster, List<Quantiles> steps) {
    public Forecast {
        if (forecaster.isBlank()) {
            throw new IllegalArgumentException("a forecast needs the name of its forecaster");
        }
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a forecast needs at least one step");
        }
    }

    /** How many samples ahead it reaches. */
    public int horizon() {
        return steps.size();
    }

    /** The quantiles {@code step} samples ahead, from 1 to {@link #horizon}. */
    public Quantiles at(int step) {
        return steps.get(step - 1);
    }
}
