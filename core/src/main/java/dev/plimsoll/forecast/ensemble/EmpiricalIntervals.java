// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.Quantiles;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Honest intervals around any {@link Forecaster}: a band is as wide as the model was recently
 * wrong.
 *
 * <p>At each horizon of a small grid the predictions are kept until their sample arrives, and the
 * most recent errors are kept after that. A forecast is the model's prediction plus the empirical
 * quantiles of those errors, so a model that is always low is lifted too. Between grid horizons the
 * quantiles run linearly in the root of the horizon. A horizon with fewer than {@value
 * #ENOUGH_ERRORS} errors, or beyond the grid, takes those of the next shorter one, widened by the
 * root of the horizons' ratio, as in a random walk. Before the second sample nothing is known of
 * errors and the band has no width.
 *
 * <p>Assumes that recent errors are like those to come: after a change of regime the bands need
 * some of the memory to catch up. Not thread-safe.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.5
 * (empirical residuals, growth with the root of the horizon), with out-of-sample errors in the
 * place of residuals.
 */
public final class EmpiricalIntervals implements BandForecaster {
    static final int RECENT_ERRORS = 500;
    static final int ENOUGH_ERRORS = 10;

    private static final int[] GRID = {
        1, 2, 3, 5, 8, 12, 20, 30, 60, 120, 288, 576, 1440, 2880, 5760
    };

    private final Forecaster model;
    private final List<HorizonErrors> grid;
    private boolean started;

    /**
     * @param model the forecaster to wrap, without history; from here on it is fed here only
     * @param maxHorizon the farthest horizon, in samples, whose errors are learned
     */
    public EmpiricalIntervals(Forecaster model, int maxHorizon) {
        this(model, maxHorizon, RECENT_ERRORS);
    }

    /** As above, with the number of errors to keep per horizon; at least 10. */
    public EmpiricalIntervals(Forecaster model, int maxHorizon, int recentErrors) {
        Checks.atLeast(1, maxHorizon, "maxHorizon");
        Checks.atLeast(ENOUGH_ERRORS, recentErrors, "recentErrors");
        this.model = model;
        this.grid =
                IntStream.concat(IntStream.of(GRID), IntStream.of(maxHorizon))
                        .filter(horizon -> horizon <= maxHorizon)
                        .sorted()
                        .distinct()
                        .mapToObj(horizon -> new HorizonErrors(horizon, recentErrors))
                        .toList();
    }

    @Override
    public void observe(double value) {
        double sample = Checks.sample(value);
        grid.forEach(errors -> errors.score(sample));
        model.observe(sample);
        started = true;
        expect();
    }

    @Override
    public void observeGap() {
        model.observeGap();
        if (started) {
            expect();
        }
    }

    private void expect() {
        grid.forEach(errors -> errors.expect(model.predict(errors.horizon())));
    }

    @Override
    public Forecast forecast(int steps) {
        Checks.steps(steps);
        List<double[]> quantiles = gridQuantiles(steps);
        List<Quantiles> bands = new ArrayList<>(steps);
        for (int step = 1; step <= steps; step++) {
            bands.add(around(model.predict(step), errorsAt(step, quantiles)));
        }
        return new Forecast(model.name(), bands);
    }

    /** Of the grid's horizons up to the first that reaches so many steps. */
    private List<double[]> gridQuantiles(int steps) {
        List<double[]> quantiles = new ArrayList<>(grid.size());
        for (int i = 0; i < grid.size() && (i == 0 || grid.get(i - 1).horizon() < steps); i++) {
            boolean enough = i == 0 || grid.get(i).size() >= ENOUGH_ERRORS;
            quantiles.add(
                    enough
                            ? grid.get(i).quantiles()
                            : widened(
                                    quantiles.get(i - 1),
                                    grid.get(i - 1).horizon(),
                                    grid.get(i).horizon()));
        }
        return quantiles;
    }

    private double[] errorsAt(int step, List<double[]> quantiles) {
        int last = quantiles.size() - 1;
        if (step >= grid.get(last).horizon()) {
            return widened(quantiles.get(last), grid.get(last).horizon(), step);
        }
        int above = 1;
        while (grid.get(above).horizon() <= step) {
            above++;
        }
        double from = Math.sqrt(grid.get(above - 1).horizon());
        double to = Math.sqrt(grid.get(above).horizon());
        double share = (Math.sqrt(step) - from) / (to - from);
        return mixed(quantiles.get(above - 1), quantiles.get(above), share);
    }

    private static double[] widened(double[] quantiles, int from, int to) {
        double factor = Math.sqrt((double) to / from);
        return Arrays.stream(quantiles).map(error -> error * factor).toArray();
    }

    private static double[] mixed(double[] first, double[] second, double share) {
        return IntStream.range(0, first.length)
                .mapToDouble(i -> first[i] + share * (second[i] - first[i]))
                .toArray();
    }

    private static Quantiles around(double point, double[] errors) {
        double[] band = new double[errors.length];
        double least = 0;
        for (int i = 0; i < errors.length; i++) {
            least = Math.max(least, point + errors[i]);
            band[i] = least;
        }
        return new Quantiles(band[0], band[1], band[2], band[3], band[4]);
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(started ? 1 : 0);
        grid.forEach(errors -> errors.save(out));
        model.save(out);
    }

    @Override
    public void restore(StateReader in) {
        started = in.getInt() == 1;
        grid.forEach(errors -> errors.restore(in));
        model.restore(in);
    }
}
