// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import java.util.List;

/**
 * How values are spread.
 *
 * @param within how many were at most as large as each of the bounds
 * @param count how many there were
 * @param sum what they come to together
 */
public record Histogram(List<Double> bounds, List<Double> within, double count, double sum) {
    public Histogram {
        bounds = List.copyOf(bounds);
        within = List.copyOf(within);
        if (bounds.size() != within.size()) {
            throw new IllegalArgumentException(
                    "%d counts for %d bounds: give one for each"
                            .formatted(within.size(), bounds.size()));
        }
    }
}
