// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.RegularSeries;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * A model's forecasts from some origins of a series, made when one of them is asked for, in
 * ascending order, and kept: so that one pass serves scores, tables and pictures. An origin is the
 * index of the last sample known. Not thread-safe.
 */
final class KeptForecasts implements IntFunction<Forecast> {
    private final BandForecaster model;
    private final RegularSeries series;
    private final int steps;
    private final NavigableSet<Integer> origins;
    private final NavigableMap<Integer, Forecast> kept = new TreeMap<>();
    private int next;

    /**
     * @param model without history; from here on it is fed here only
     * @param steps how far the forecasts reach
     */
    KeptForecasts(
            BandForecaster model, RegularSeries series, int steps, NavigableSet<Integer> origins) {
        this.model = model;
        this.series = series;
        this.steps = steps;
        this.origins = new TreeSet<>(origins);
    }

    /** Those of the origins that were reached. */
    NavigableMap<Integer, Forecast> kept() {
        return Collections.unmodifiableNavigableMap(kept);
    }

    /**
     * The forecast from one of the origins; those before it that were not asked for are made too.
     */
    @Override
    public Forecast apply(int origin) {
        for (int reached : origins.subSet(next, true, origin, true)) {
            model.observe(series, next, reached + 1);
            next = reached + 1;
            kept.put(reached, model.forecast(steps));
        }
        Forecast forecast = kept.get(origin);
        if (forecast == null) {
            throw new IllegalArgumentException("sample %d is no origin".formatted(origin));
        }
        return forecast;
    }
}
