// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Fits a model to all of its history after every so many steps, so that contracts see it fitted.
 */
final class RefittingForecaster implements Forecaster {
    private static final double ABSENT = -1;

    private final FittedForecaster model;
    private final int every;
    private final List<Double> steps = new ArrayList<>();

    RefittingForecaster(FittedForecaster model, int every) {
        this.model = model;
        this.every = every;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public void observe(double value) {
        model.observe(value);
        remember(value);
    }

    @Override
    public void observeGap() {
        model.observeGap();
        if (!steps.isEmpty()) {
            remember(ABSENT);
        }
    }

    private void remember(double step) {
        steps.add(step);
        if (steps.size() % every == 0) {
            model.fit(history());
        }
    }

    private RegularSeries history() {
        BitSet absent = new BitSet();
        for (int i = 0; i < steps.size(); i++) {
            absent.set(i, steps.get(i) == ABSENT);
        }
        return new RegularSeries(values(), absent);
    }

    private double[] values() {
        return steps.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public double predict(int ahead) {
        return model.predict(ahead);
    }

    @Override
    public void save(StateWriter out) {
        out.putDoubles(values());
        model.save(out);
    }

    @Override
    public void restore(StateReader in) {
        steps.clear();
        steps.addAll(ArmaCoefficients.list(in.getDoubles()));
        model.restore(in);
    }
}
