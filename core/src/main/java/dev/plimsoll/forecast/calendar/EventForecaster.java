// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.BitSet;

/**
 * Any forecaster, with the events of a calendar: what an event did before, it is expected to do
 * again. Demand is taken for a baseline times the effect of each event that is active:
 *
 * <pre>
 * y = baseline · Π effect(name, phase of the event)
 * </pre>
 *
 * <p>The wrapped forecaster sees the baseline alone, so that it neither takes a launch for a new
 * level nor for a season; its forecast is multiplied by the effects of the events to come. While an
 * event runs, the difference between a sample and what was expected of it is its effect, learned
 * sample by sample ({@link EventRun}); when it ends, what was learned is kept under its name
 * ({@link EventEffect}). Of events that overlap, the ones with the fewest occurrences share the
 * surprise. All effects together stay between 1/100 and 100.
 *
 * <p>A name that never occurred changes nothing before its start. An event that was under way
 * before the first sample is not learned from, since nothing is known of what demand was without
 * it.
 *
 * <p>A step costs a search among the events and, while one is active, a median of 15 numbers. Not
 * thread-safe.
 *
 * <p>Source: dynamic regression on intervention dummies, Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, 3rd ed., section 7.4, in multiplicative form; medians, phases and the
 * drawing towards no effect are ours.
 */
public final class EventForecaster implements Forecaster {
    private final Forecaster baseline;
    private final EventEffects effects;
    private boolean started;

    /**
     * @param baseline the forecaster to wrap, without history; from here on it is fed here only
     */
    public EventForecaster(Forecaster baseline, EventCalendar calendar) {
        this.baseline = baseline;
        this.effects = new EventEffects(calendar);
    }

    @Override
    public String name() {
        return baseline.name() + "+events";
    }

    @Override
    public void observe(double value) {
        double sample = Checks.sample(value);
        effects.begin(started);
        effects.learn(sample, () -> baseline.predict(1));
        baseline.observe(sample / effects.factorSeen());
        effects.end();
        started = true;
    }

    @Override
    public void observeGap() {
        effects.begin(started);
        baseline.observeGap();
        effects.end();
    }

    @Override
    public double predict(int steps) {
        return baseline.predict(steps) * effects.factor(Checks.steps(steps));
    }

    /** What the events are expected to multiply demand by, so many steps ahead; 1 without any. */
    public double factor(int steps) {
        return effects.factor(Checks.steps(steps));
    }

    /**
     * The baseline of a history, as far as the events' effects are known by now: what to fit the
     * wrapped forecaster to.
     *
     * @param history its last sample is the newest that was observed, present or absent
     */
    public RegularSeries baseline(RegularSeries history) {
        double[] values = new double[history.size()];
        BitSet absent = new BitSet();
        for (int i = 0; i < values.length; i++) {
            if (history.isPresent(i)) {
                values[i] = history.at(i) / effects.factor(i + 1L - values.length);
            } else {
                absent.set(i);
            }
        }
        return new RegularSeries(values, absent);
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(started ? 1 : 0);
        effects.save(out);
        baseline.save(out);
    }

    @Override
    public void restore(StateReader in) {
        started = in.getInt() == 1;
        effects.restore(in);
        baseline.restore(in);
    }
}
