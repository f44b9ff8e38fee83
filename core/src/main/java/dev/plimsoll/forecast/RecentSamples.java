// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.BitSet;

/**
 * The newest samples of a series, present or absent, up to a number of them: what a model is fitted
 * to. Gaps before the first sample are no history. Not thread-safe.
 */
public final class RecentSamples {
    private final double[] ring;
    private final BitSet absent = new BitSet();
    private long steps;

    /** Room for so many samples, at least 1. */
    public RecentSamples(int window) {
        this.ring = new double[Checks.atLeast(1, window, "window")];
    }

    /** How many can be kept. */
    public int window() {
        return ring.length;
    }

    /** How many have passed since the first, absent ones included. */
    public long steps() {
        return steps;
    }

    public void add(double value) {
        absent.clear(next());
        ring[next()] = Checks.sample(value);
        steps++;
    }

    public void addGap() {
        if (steps > 0) {
            absent.set(next());
            ring[next()] = 0;
            steps++;
        }
    }

    private int next() {
        return (int) (steps % ring.length);
    }

    /** The samples that are kept, the newest last. */
    public RegularSeries history() {
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

    public void save(StateWriter out) {
        out.packDoubles(ring).putLong(steps);
        long[] words = absent.toLongArray();
        out.putInt(words.length);
        for (long word : words) {
            out.putLong(word);
        }
    }

    /** Takes over what {@link #save} of one with the same window wrote. */
    public void restore(StateReader in) {
        in.unpackDoubles(ring);
        steps = Checks.within(0, Long.MAX_VALUE - 1, in.getLong(), "a number of steps");
        int most = Math.ceilDiv(ring.length, Long.SIZE);
        long[] words = new long[(int) Checks.within(0, most, in.getInt(), "a number of words")];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.getLong();
        }
        absent.clear();
        absent.or(BitSet.valueOf(words));
    }
}
