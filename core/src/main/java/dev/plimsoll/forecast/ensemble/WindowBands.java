// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Quantiles;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The largest value and the mean over windows to come, for the horizons of a grid: what the medians
 * say, and how the truth lay about that ({@link WindowCell}). Between two horizons the quantiles
 * run linearly. Not thread-safe.
 */
final class WindowBands {
    private static final int LEVELS = QuantileStep.LEVELS;

    private final HorizonGrid grid;
    private final List<WindowCell> cells;
    private final double[] medians;
    private final double[] widths;

    WindowBands(HorizonGrid grid) {
        this.grid = grid;
        this.cells =
                IntStream.range(0, grid.size())
                        .mapToObj(cell -> new WindowCell(grid.horizon(cell)))
                        .toList();
        this.medians = new double[grid.size()];
        this.widths = new double[grid.size()];
    }

    /** The sample at a time has come. */
    void take(long time, double value) {
        for (WindowCell cell : cells) {
            cell.take(time, value);
        }
    }

    /** The next sample is absent. */
    void skip() {
        cells.forEach(WindowCell::skip);
    }

    /** The band at one horizon of the grid has been told anew. */
    void tell(int cell, double[] band) {
        medians[cell] = band[QuantileStep.MEDIAN];
        widths[cell] = band[LEVELS - 1] - band[0];
    }

    /** All horizons that were due at a time have been told: the windows that begin then begin. */
    void issue(long time) {
        double peak = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            peak = Math.max(peak, medians[cell]);
            if (cells.get(cell).isIssuedAt(time)) {
                cells.get(cell).issue(time, peak, medianMean(cell), widths[cell]);
            }
        }
    }

    /**
     * The mean of the medians up to a horizon of the grid; they run linearly between its points.
     */
    private double medianMean(int cell) {
        double sum = medians[0];
        for (int i = 1; i <= cell; i++) {
            int steps = grid.horizon(i) - grid.horizon(i - 1);
            double rise = (medians[i] - medians[i - 1]) / steps;
            sum += steps * medians[i - 1] + rise * (steps + 1) * steps / 2;
        }
        return sum / grid.horizon(cell);
    }

    Quantiles maximum(int steps) {
        return between(steps, this::maximumAt);
    }

    Quantiles mean(int steps) {
        return between(steps, this::meanAt);
    }

    private double[] maximumAt(int cell) {
        double peak = 0;
        for (int i = 0; i <= cell; i++) {
            peak = Math.max(peak, medians[i]);
        }
        return about(peak, cells.get(cell).peakOffsets(), widths[cell]);
    }

    private double[] meanAt(int cell) {
        return about(medianMean(cell), cells.get(cell).meanOffsets(), widths[cell]);
    }

    private static double[] about(double point, float[] offsets, double unit) {
        double[] band = new double[LEVELS];
        Arrays.setAll(band, level -> point + offsets[level] * unit);
        return band;
    }

    private Quantiles between(int steps, IntFunction<double[]> windowAt) {
        int cell = grid.cellOf(steps);
        double share = grid.shareOfNext(steps);
        double[] band = windowAt.apply(cell);
        double[] next = share > 0 ? windowAt.apply(cell + 1) : band;
        double least = 0;
        for (int level = 0; level < LEVELS; level++) {
            least = Math.max(least, band[level] + share * (next[level] - band[level]));
            band[level] = least;
        }
        return new Quantiles(band[0], band[1], band[2], band[3], band[4]);
    }

    void save(StateWriter out) {
        cells.forEach(cell -> cell.save(out));
        out.packDoubles(medians).packDoubles(widths);
    }

    void restore(StateReader in) {
        cells.forEach(cell -> cell.restore(in));
        in.unpackDoubles(medians).unpackDoubles(widths);
    }
}
