// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import java.util.List;

/**
 * The band a number of steps ahead. Its point is the experts' weighted mean, where weights and
 * margins run linearly between the cells of the grid. Where a cell is not proven yet, the nearest
 * shorter one that is stands in, its margins widened by the root of the horizons' ratio, as in a
 * random walk; where none is, the last value does, with the mean change of a step as its error. So
 * a forecast is there from the first sample on. Not thread-safe.
 */
final class BandPath {
    private static final int LEVELS = QuantileStep.LEVELS;

    private final HorizonGrid grid;
    private final List<HorizonCell> cells;
    private final double[] opinions = new double[ExpertPool.SIZE];
    private final double[] first = new double[LEVELS];
    private final double[] second = new double[LEVELS];
    private final double[] band = new double[LEVELS];

    BandPath(HorizonGrid grid, List<HorizonCell> cells) {
        this.grid = grid;
        this.cells = cells;
    }

    /** The experts' words at the step that was computed last. */
    double[] opinions() {
        return opinions;
    }

    /** The band at the step that was computed last: ascending, at least 0. */
    double[] band() {
        return band;
    }

    /** Computes the band so many steps ahead, and what every expert says there. */
    void computeAll(int steps, ExpertPool pool, LastValue last) {
        compute(steps, ExpertPool.ALL, pool, last);
    }

    /** Computes the band so many steps ahead; of the experts only those who are heard are asked. */
    void compute(int steps, ExpertPool pool, LastValue last) {
        compute(steps, 0, pool, last);
    }

    private void compute(int steps, int asked, ExpertPool pool, LastValue last) {
        int cell = grid.cellOf(steps);
        double share = grid.shareOfNext(steps);
        int proven = proven(cell);
        if (proven < 0) {
            pool.predict(steps, asked, opinions);
            guess(steps, last);
            return;
        }
        int next =
                share > 0 && proven == cell && cells.get(cell + 1).isProven() ? cell + 1 : proven;
        int heard = cells.get(proven).heard() | cells.get(next).heard();
        pool.predict(steps, asked | heard, opinions);
        double point = point(cells.get(proven));
        double reach = grid.horizon(proven);
        margins(proven, next == proven ? Math.sqrt(steps / reach) : 1, first);
        if (next != proven) {
            point += share * (point(cells.get(next)) - point);
            margins(next, 1, second);
            for (int level = 0; level < LEVELS; level++) {
                first[level] += share * (second[level] - first[level]);
            }
        }
        spread(point);
    }

    /** The proven cell that is nearest to one from below, or -1. */
    int proven(int cell) {
        int proven = cell;
        while (proven >= 0 && !cells.get(proven).isProven()) {
            proven--;
        }
        return proven;
    }

    /** The weighted mean of those who are heard at a cell; exact where they agree. */
    private double point(HorizonCell cell) {
        float[] weights = cell.weights();
        int heard = cell.heard();
        double first = opinions[Integer.numberOfTrailingZeros(heard)];
        double rest = 0;
        for (int left = heard & (heard - 1); left != 0; left &= left - 1) {
            int expert = Integer.numberOfTrailingZeros(left);
            rest += weights[expert] * (opinions[expert] - first);
        }
        return first + rest;
    }

    private void margins(int cell, double widening, double[] margins) {
        float[] learned = cells.get(cell).margins();
        for (int level = 0; level < LEVELS; level++) {
            margins[level] = learned[level] * widening;
        }
    }

    private void guess(int steps, LastValue last) {
        double error = last.meanChange() * Math.sqrt(steps);
        for (int level = 0; level < LEVELS; level++) {
            first[level] = QuantileStep.exponential(level) * error;
        }
        spread(last.value());
    }

    /** The band about a point, outwards from the median. */
    private void spread(double point) {
        int median = QuantileStep.MEDIAN;
        band[median] = Math.max(0, point + first[median]);
        for (int level = median - 1; level >= 0; level--) {
            band[level] = Math.clamp(point + first[level], 0, band[level + 1]);
        }
        for (int level = median + 1; level < LEVELS; level++) {
            band[level] = Math.max(band[level - 1], point + first[level]);
        }
    }
}
