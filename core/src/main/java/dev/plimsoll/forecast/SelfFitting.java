// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.BitSet;

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
    private final double[] ring;
    private final BitSet absent = new BitSet();
    private long steps;
    private long samples;

    /**
     * @param model one that has seen nothing yet
     * @param window the steps to fit to, at least 8
     * @param every the samples between two fits once the window was reached, at least 1
     */
    public SelfFitting(FittedForecaster model, int window, int every) {
        this.model = model;
        this.ring = new double[Checks.atLeast(FIRST_FIT, window, "window")];
        this.every = Checks.atLeast(1, every, "every");
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public void observe(double value) {
        model.observe(value);
        absent.clear(next());
        ring[next()] = Checks.sample(value);
        steps++;
        samples++;
        if (due()) {
            model.fit(history());
        }
    }

    @Override
    public void observeGap() {
        model.observeGap();
        if (steps > 0) {
            absent.set(next());
            ring[next()] = 0;
            steps++;
        }
    }

    private int next() {
        return (int) (steps % ring.length);
    }

    private boolean due() {
        return samples < ring.length
                ? samples >= FIRST_FIT && Long.bitCount(samples) == 1
                : (samples - ring.length) % every == 0;
    }

    private RegularSeries history() {
        int size = (int) Math.min(steps, ring.length);
        double[] values = new double[size];
        BitSet gaps = new BitSet(size);
        for (int i = 0; i < size; i++) {
            int index = (int) ((steps - size + i) % ring.length);
            values[i] = ring[index];
            gaps.set(i, absent.get(index));
        }
        return new RegularSeries(values, gaps);
    }

    @Override
    public double predict(int steps) {
        return model.predict(steps);
    }

    @Override
    public void save(StateWriter out) {
        model.save(out);
        out.putDoubles(ring).putLong(steps).putLong(samples);
        long[] words = absent.toLongArray();
        out.putInt(words.length);
        for (long word : words) {
            out.putLong(word);
        }
    }

    @Override
    public void restore(StateReader in) {
        model.restore(in);
        double[] values = in.getDoubles();
        Checks.same(ring.length, values.length, "a window");
        System.arraycopy(values, 0, ring, 0, values.length);
        steps = Checks.within(0, Long.MAX_VALUE, in.getLong(), "a number of steps");
        samples = Checks.within(0, steps, in.getLong(), "a number of samples");
        restoreAbsent(in);
    }

    private void restoreAbsent(StateReader in) {
        int most = Math.ceilDiv(ring.length, Long.SIZE);
        long[] words = new long[(int) Checks.within(0, most, in.getInt(), "a number of words")];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.getLong();
        }
        absent.clear();
        absent.or(BitSet.valueOf(words));
    }
}
