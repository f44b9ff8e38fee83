// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import java.util.List;

/**
 * The candidates among which a fit chooses by the error on its newest rows. Targets are in units of
 * their own spread when they are regressed, so one grid serves series of any scale.
 *
 * @param tube epsilon, the error that costs nothing, in spreads of the target
 * @param costs C, what an error beyond the tube costs
 * @param widths gamma times the number of inputs; a kernel is narrower the larger it is
 */
public record SvrGrid(double tube, List<Double> costs, List<Double> widths) {
    private static final double MOST_COST = 1000;
    private static final double MOST_WIDTH = 1000;

    public SvrGrid {
        if (!(tube >= 0 && tube <= 1)) {
            throw new IllegalArgumentException(
                    "tube is %s, must be between 0 and 1".formatted(tube));
        }
        costs = candidates("cost", costs, MOST_COST);
        widths = candidates("width", widths, MOST_WIDTH);
    }

    private static List<Double> candidates(String name, List<Double> values, double most) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the grid needs at least one " + name);
        }
        for (double value : values) {
            if (!(value > 0 && value <= most)) {
                throw new IllegalArgumentException(
                        "%s is %s, must be above 0 and at most %s".formatted(name, value, most));
            }
        }
        return List.copyOf(values);
    }
}
