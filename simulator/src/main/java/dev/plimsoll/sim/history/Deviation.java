// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

/**
 * How far a model is from what was seen, as a share of the larger of the two: 0 is exact, 0.5 is
 * half or twice, and nothing is above 1. So a single spike weighs no more than one window does, and
 * too much counts as too little.
 */
final class Deviation {
    private double weighted;
    private double weights;

    /** The deviation of one pair of values of at least 0. */
    static double of(double modelled, double seen) {
        double larger = Math.max(modelled, seen);
        return larger > 0 ? Math.abs(modelled - seen) / larger : 0;
    }

    void add(double modelled, double seen, double weight) {
        weighted += weight * of(modelled, seen);
        weights += weight;
    }

    /** The mean so far; 0 of nothing. */
    double mean() {
        return weights > 0 ? weighted / weights : 0;
    }
}
