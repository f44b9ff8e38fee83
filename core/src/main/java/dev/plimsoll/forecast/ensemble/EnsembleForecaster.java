// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.Quantiles;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.structure.SeasonalPeriod;
import dev.plimsoll.forecast.structure.SeriesStructure;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The forecaster that serves when none is named: many cheap experts, weighed by their recent
 * quantile loss apart for each horizon, and a band that is corrected by how often it was left.
 *
 * <p>It climbs a ladder by itself: the last value at first, then whichever experts have proven
 * themselves at short horizons, seasons once they have been seen. Losses fade within about a
 * hundred judgements, so that after a break of structure those experts are heard that have come to
 * terms with it. Bands are given for single steps, and for the largest value and the mean over a
 * window of them.
 *
 * <p>A sample costs constant time. Bands are computed when they are asked for after a sample, and
 * kept in single precision; between samples they stand. Not thread-safe.
 *
 * <p>Source of the weighing: Cesa-Bianchi and Lugosi, Prediction, Learning, and Games, 2006,
 * chapter 2, with discounted losses (section 2.11). The power of the loss ratio in the place of the
 * exponential makes it free of scale.
 */
public final class EnsembleForecaster implements BandForecaster {
    public static final String NAME = "ensemble";

    /** A cycle that explains less of the series than this is not worth an expert. */
    private static final double LEAST_STRENGTH = 0.1;

    private static final double LEAST_SHARE = 0.005;

    private final EnsembleSettings settings;
    private final ExpertPool pool;
    private final List<HorizonCell> cells;
    private final WindowBands windows;
    private final LastValue last = new LastValue();
    private final BandPath path;
    private long time = -1;
    private float[] ahead = {};
    private int aheadSteps;

    public EnsembleForecaster(EnsembleSettings settings) {
        HorizonGrid grid = settings.grid();
        this.settings = settings;
        this.pool = new ExpertPool(settings);
        this.cells =
                IntStream.range(0, grid.size())
                        .mapToObj(cell -> new HorizonCell(grid.horizon(cell)))
                        .toList();
        this.windows = new WindowBands(grid);
        this.path = new BandPath(grid, cells);
    }

    @Override
    public void observe(double value) {
        double sample = Checks.sample(value);
        time++;
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.get(cell).isDueAt(time)) {
                cells.get(cell).learn(time, sample, last.leastError());
            }
        }
        windows.take(time, sample);
        pool.observe(sample);
        last.observe(sample);
        issue();
    }

    @Override
    public void observeGap() {
        if (!last.isKnown()) {
            return;
        }
        time++;
        windows.skip();
        pool.observeGap();
        issue();
    }

    /**
     * Looks for structure in the newest samples, the last of which is the one taken last, and from
     * then on watches the strongest cycle in them that is neither a day's nor a week's. Off the hot
     * path; what the other experts have learned stays.
     */
    public SeriesStructure fit(RegularSeries history) {
        SeriesStructure structure = SeriesStructure.of(history, settings.stepSeconds());
        int[] cycles =
                structure.periods().stream()
                        .filter(found -> found.strength() >= LEAST_STRENGTH)
                        .mapToInt(SeasonalPeriod::samples)
                        .filter(samples -> !settings.isCalendar(samples))
                        .toArray();
        int watched = pool.cyclePeriod();
        boolean stays =
                IntStream.of(cycles).anyMatch(cycle -> EnsembleSettings.isNear(cycle, watched));
        if (!stays && cycles.length + watched > 0) {
            watch(cycles.length == 0 ? 0 : cycles[0], history);
        }
        return structure;
    }

    private void watch(int period, RegularSeries history) {
        pool.watchCycle(period);
        for (int i = 0; i < history.size(); i++) {
            if (history.isPresent(i)) {
                pool.teachCycle(Checks.sample(history.at(i)));
            } else {
                pool.teachCycleGap();
            }
        }
        for (int expert = ExpertPool.CYCLE; expert < ExpertPool.SIZE; expert++) {
            for (HorizonCell cell : cells) {
                cell.forget(expert);
            }
        }
        aheadSteps = 0;
    }

    /** What is expected at each horizon of the grid goes into the books. */
    private void issue() {
        aheadSteps = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            HorizonCell at = cells.get(cell);
            if (at.isIssuedAt(time)) {
                path.computeAll(at.horizon(), pool, last);
                at.issue(time, path.opinions(), path.band());
                windows.tell(cell, path.band());
            }
        }
        windows.issue(time);
    }

    @Override
    public Forecast forecast(int steps) {
        refresh(steps);
        return new Forecast(
                NAME, IntStream.rangeClosed(1, steps).mapToObj(this::quantiles).toList());
    }

    /**
     * Computes the bands of the next {@code steps} samples, unless that was done since the last.
     */
    public void refresh(int steps) {
        requireWithin(steps);
        if (ahead.length < steps * QuantileStep.LEVELS) {
            ahead = Arrays.copyOf(ahead, steps * QuantileStep.LEVELS);
        }
        for (; aheadSteps < steps; aheadSteps++) {
            path.compute(aheadSteps + 1, pool, last);
            for (int level = 0; level < QuantileStep.LEVELS; level++) {
                ahead[aheadSteps * QuantileStep.LEVELS + level] = (float) path.band()[level];
            }
        }
    }

    /**
     * The band so many steps after the newest sample, in constant time where {@link #refresh} has
     * reached so far. While no sample comes, time moves on by asking for one step more.
     */
    public Quantiles at(int steps) {
        refresh(steps);
        return quantiles(steps);
    }

    private Quantiles quantiles(int steps) {
        int from = (steps - 1) * QuantileStep.LEVELS;
        return new Quantiles(
                ahead[from], ahead[from + 1], ahead[from + 2], ahead[from + 3], ahead[from + 4]);
    }

    /**
     * Quantiles of the largest of the next {@code steps} samples: what must be served from now
     * until an order of the next cycle would be ready. As of the last sample that was judged at
     * that horizon, at most an eighth of it ago.
     */
    public Quantiles maximum(int steps) {
        requireWithin(steps);
        return windows.maximum(steps);
    }

    /**
     * Quantiles of the mean of the next {@code steps} samples; times {@code steps}, of their sum.
     * Else as {@link #maximum}.
     */
    public Quantiles mean(int steps) {
        requireWithin(steps);
        return windows.mean(steps);
    }

    private int cellFor(int steps) {
        requireWithin(steps);
        HorizonGrid grid = settings.grid();
        return grid.shareOfNext(steps) > 0 ? grid.cellOf(steps) + 1 : grid.cellOf(steps);
    }

    /**
     * Whether the 90 % band has held of late, so many steps ahead or at the next horizon learned.
     */
    public Trust trust(int steps) {
        return cells.get(cellFor(steps)).trust();
    }

    /**
     * Who makes the forecast so many steps ahead, the largest share first, without those below 0.5
     * %; empty while nobody has proven himself there.
     */
    public List<Share> shares(int steps) {
        requireWithin(steps);
        int cell = path.proven(settings.grid().cellOf(steps));
        if (cell < 0) {
            return List.of();
        }
        float[] weights = cells.get(cell).weights();
        int[] heard =
                IntStream.range(0, weights.length)
                        .filter(expert -> weights[expert] >= LEAST_SHARE)
                        .toArray();
        double sum = IntStream.of(heard).mapToDouble(expert -> weights[expert]).sum();
        return IntStream.of(heard)
                .mapToObj(expert -> new Share(ExpertPool.NAMES.get(expert), weights[expert] / sum))
                .sorted(Comparator.comparingDouble(Share::share).reversed())
                .toList();
    }

    private void requireWithin(int steps) {
        Checks.steps(steps);
        if (steps > settings.maxHorizon()) {
            throw new IllegalArgumentException(
                    "%d steps are beyond the horizon of %d: make the settings with a longer one"
                            .formatted(steps, settings.maxHorizon()));
        }
    }

    @Override
    public void save(StateWriter out) {
        out.putLong(time);
        last.save(out);
        pool.save(out);
        cells.forEach(cell -> cell.save(out));
        windows.save(out);
    }

    @Override
    public void restore(StateReader in) {
        time = Checks.within(-1, Long.MAX_VALUE - 1, in.getLong(), "a time");
        last.restore(in);
        pool.restore(in);
        cells.forEach(cell -> cell.restore(in));
        windows.restore(in);
        aheadSteps = 0;
    }
}
