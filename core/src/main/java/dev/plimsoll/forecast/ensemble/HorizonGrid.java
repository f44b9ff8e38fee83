// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import java.util.stream.IntStream;

/**
 * The horizons, in samples, at which errors are learned. Between two of them what was learned runs
 * linearly in the logarithm of the horizon. Immutable.
 */
final class HorizonGrid {
    private static final int[] USUAL = {1, 2, 4, 8, 15, 30, 60, 120, 288, 576, 1440, 2880};

    private final int[] horizons;
    private final int[] cells;
    private final double[] shares;

    HorizonGrid(int maxHorizon) {
        this.horizons =
                IntStream.concat(IntStream.of(USUAL), IntStream.of(maxHorizon))
                        .filter(horizon -> horizon <= maxHorizon)
                        .sorted()
                        .distinct()
                        .toArray();
        this.cells = new int[maxHorizon + 1];
        this.shares = new double[maxHorizon + 1];
        int cell = 0;
        for (int steps = 1; steps <= maxHorizon; steps++) {
            while (cell + 1 < horizons.length && horizons[cell + 1] <= steps) {
                cell++;
            }
            cells[steps] = cell;
            shares[steps] = shareOfNext(cell, steps);
        }
    }

    private double shareOfNext(int cell, int steps) {
        if (horizons[cell] == steps) {
            return 0;
        }
        double from = StrictMath.log(horizons[cell]);
        return (StrictMath.log(steps) - from) / (StrictMath.log(horizons[cell + 1]) - from);
    }

    int size() {
        return horizons.length;
    }

    int horizon(int cell) {
        return horizons[cell];
    }

    int maxHorizon() {
        return horizons[horizons.length - 1];
    }

    /** The last horizon of the grid that is not beyond so many steps. */
    int cellOf(int steps) {
        return cells[steps];
    }

    /** How much of the next horizon counts at so many steps; 0 on the grid. */
    double shareOfNext(int steps) {
        return shares[steps];
    }
}
