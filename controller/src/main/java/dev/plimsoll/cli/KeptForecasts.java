// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A forecaster that also keeps its forecasts from some origins on the way, so that one pass over a
 * series serves scores, tables and pictures. An origin is the index of the last sample known. Not
 * thread-safe.
 */
final class KeptForecasts implements BandForecaster {
    private final BandForecaster model;
    private final int steps;
    private final BitSet origins = new BitSet();
    private final NavigableMap<Integer, Forecast> kept = new TreeMap<>();
    private int next;

    /**
     * @param model without history; from here on it is fed here only
     * @param steps how far the kept forecasts reach
     */
    KeptForecasts(BandForecaster model, int steps, Collection<Integer> origins) {
        this.model = model;
        this.steps = steps;
        origins.forEach(this.origins::set);
    }

    /** Those of the origins that were reached. */
    NavigableMap<Integer, Forecast> kept() {
        return Collections.unmodifiableNavigableMap(kept);
    }

    @Override
    public void observe(double value) {
        model.observe(value);
        keep();
    }

    @Override
    public void observeGap() {
        model.observeGap();
        keep();
    }

    private void keep() {
        if (origins.get(next)) {
            kept.put(next, model.forecast(steps));
        }
        next++;
    }

    @Override
    public Forecast forecast(int ahead) {
        return model.forecast(ahead);
    }

    @Override
    public void save(StateWriter out) {
        throw new UnsupportedOperationException("what was kept is for one run only");
    }

    @Override
    public void restore(StateReader in) {
        throw new UnsupportedOperationException("what was kept is for one run only");
    }
}
