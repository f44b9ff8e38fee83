// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * An ensemble that looks for structure by itself, where no rota does it for many: it keeps the last
 * two weeks, at most {@value #MOST_KEPT} samples, and is fitted to them once a day. The sample that
 * is due for a fit pays for it. Not thread-safe.
 */
public final class SelfFittingEnsemble implements BandForecaster {
    private static final int MOST_KEPT = 20_160;
    private static final int LEAST_BETWEEN = 256;

    private final EnsembleForecaster ensemble;
    private final double[] ring;
    private final BitSet absent = new BitSet();
    private final int between;
    private long steps;

    public SelfFittingEnsemble(EnsembleSettings settings) {
        this.ensemble = new EnsembleForecaster(settings);
        int week = settings.week().period();
        this.ring = new double[Math.clamp(2L * week, 2 * LEAST_BETWEEN, MOST_KEPT)];
        this.between = Math.clamp(settings.day().period(), LEAST_BETWEEN, MOST_KEPT);
    }

    @Override
    public void observe(double value) {
        ensemble.observe(value);
        ring[next()] = value;
        absent.clear(next());
        pass();
    }

    @Override
    public void observeGap() {
        ensemble.observeGap();
        if (ensemble.isStarted()) {
            absent.set(next());
            pass();
        }
    }

    private int next() {
        return (int) (steps % ring.length);
    }

    private void pass() {
        steps++;
        if (steps % between == 0) {
            ensemble.fit(history());
        }
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
    public Forecast forecast(int steps) {
        return ensemble.forecast(steps);
    }

    /** As {@link EnsembleForecaster#shares}. */
    public List<Share> shares(int steps) {
        return ensemble.shares(steps);
    }

    /** As {@link EnsembleForecaster#trust}. */
    public Trust trust(int steps) {
        return ensemble.trust(steps);
    }

    @Override
    public void save(StateWriter out) {
        ensemble.save(out);
        out.putDoubles(ring).putInts(absent.stream().toArray()).putLong(steps);
    }

    @Override
    public void restore(StateReader in) {
        ensemble.restore(in);
        in.getDoubles(ring);
        absent.clear();
        Arrays.stream(in.getInts()).forEach(absent::set);
        steps = in.getLong();
    }
}
