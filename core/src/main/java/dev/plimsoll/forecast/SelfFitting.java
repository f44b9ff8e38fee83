// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Refits a model where nobody else does: it keeps the last {@code window} steps, and fits the model
 * to them when 8, 16, 32, … samples have been seen and, from {@code window} samples on, after every
 * {@code every} more. The rota counts samples and never time, so that the same samples give the
 * same forecasts. Gaps before the first sample are no history.
 *
 * <p>The sample that is due for a fit pays for it: this is for evaluations and for small fleets;
 * where thousands of series share a cycle, their fits belong off the hot path. Not thread-safe.
 */
public final class SelfFitting implements Forecaster {
    private static final int FIRST_FIT = 8;

    private final FittedForecaster model;
    private final int every;
    private final RecentSamples recent;
    private long samples;

    /**
     * @param model one that has seen nothing yet
     * @param window the steps to fit to, at least 8
     * @param every the samples between two fits once the window was reached, at least 1
     */
    public SelfFitting(FittedForecaster model, int window, int every) {
        this.model = model;
        this.recent = new RecentSamples(Checks.atLeast(FIRST_FIT, window, "window"));
        this.every = Checks.atLeast(1, every, "every");
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public void observe(double value) {
        model.observe(value);
        recent.add(value);
        samples++;
        if (due()) {
            model.fit(recent.history());
        }
    }

    @Override
    public void observeGap() {
        model.observeGap();
        recent.addGap();
    }

    private boolean due() {
        return samples < recent.window()
                ? samples >= FIRST_FIT && Long.bitCount(samples) == 1
                : (samples - recent.window()) % every == 0;
    }

    @Override
    public double predict(int steps) {
        return model.predict(steps);
    }

    @Override
    public void save(StateWriter out) {
        model.save(out);
        recent.save(out);
        out.putLong(samples);
    }

    @Override
    public void restore(StateReader in) {
        model.restore(in);
        recent.restore(in);
        samples = Checks.within(0, recent.steps(), in.getLong(), "a number of samples");
    }
}
