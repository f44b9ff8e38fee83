// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.BitSet;
import java.util.Optional;

/**
 * A seasonal ARIMA model, estimated by {@link #fit} and followed sample by sample in between at the
 * cost of a few multiplications; see {@link ArimaRecursion} for how it forecasts and {@link
 * ArimaEstimator} for how it is estimated. Until a fit succeeds it is a random walk, which
 * forecasts as {@code naive} does, and so it is where nothing varies.
 *
 * <p>A fit looks at the newest 1,000 samples, or at the newest seven seasons where those are more.
 *
 * <p>Sources: Box and Jenkins, Time Series Analysis; Hyndman and Khandakar 2008, Automatic time
 * series forecasting; the presets are of Yadav et al. 2020. Not thread-safe.
 */
public final class ArimaForecaster implements FittedForecaster {
    private static final int MOST_SAMPLES = 1000;
    private static final int MOST_SEASONS = 7;

    private final ArimaChoice choice;
    private ArimaRecursion recursion = new ArimaRecursion(ArimaParameters.RANDOM_WALK, 0);

    public ArimaForecaster(ArimaChoice choice) {
        this.choice = choice;
    }

    @Override
    public String name() {
        return choice.name();
    }

    /** The model that the last fit left; a random walk where there was none. */
    public ArimaParameters parameters() {
        return recursion.parameters();
    }

    @Override
    public void observe(double value) {
        recursion.observe(Checks.sample(value));
    }

    @Override
    public void observeGap() {
        recursion.observeGap();
    }

    @Override
    public double predict(int steps) {
        return recursion.predict(Checks.steps(steps));
    }

    @Override
    public void fit(RegularSeries history) {
        RegularSeries newest = newest(history);
        recursion =
                estimate(newest)
                        .map(fit -> ArimaRecursion.after(fit, newest))
                        .orElseGet(() -> randomWalk(history));
    }

    private Optional<ArimaFit> estimate(RegularSeries history) {
        return switch (choice) {
            case ArimaChoice.Fixed fixed -> ArimaEstimator.estimate(fixed.order(), history);
            case ArimaChoice.Search search -> OrderSearch.best(search.largest(), history);
        };
    }

    private static ArimaRecursion randomWalk(RegularSeries history) {
        ArimaRecursion walk = new ArimaRecursion(ArimaParameters.RANDOM_WALK, 0);
        for (int i = 0; i < history.size(); i++) {
            if (history.isPresent(i)) {
                walk.observe(Checks.sample(history.at(i)));
            }
        }
        return walk;
    }

    private RegularSeries newest(RegularSeries history) {
        int most = Math.max(MOST_SAMPLES, MOST_SEASONS * choice.largest().effectivePeriod());
        int first = Math.max(0, history.size() - most);
        double[] values = new double[history.size() - first];
        BitSet absent = new BitSet();
        for (int i = 0; i < values.length; i++) {
            boolean present = history.isPresent(first + i);
            absent.set(i, !present);
            // what the sum of a few of them can bear
            values[i] = present ? Math.min(history.at(first + i), Checks.LARGEST) : 0;
        }
        return new RegularSeries(values, absent);
    }

    @Override
    public void save(StateWriter out) {
        choice.largest().save(out);
        recursion.save(out);
    }

    @Override
    public void restore(StateReader in) {
        ArimaOrder largest = ArimaOrder.restore(in);
        if (!largest.equals(choice.largest())) {
            throw new IllegalArgumentException(
                    "state is of orders %s, these settings want %s"
                            .formatted(largest, choice.largest()));
        }
        recursion = ArimaRecursion.restore(in);
    }
}
