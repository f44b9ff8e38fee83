// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Whose turn it is to be fitted anew. A series is due after its first {@value #FIRST} samples, then
 * whenever their number has doubled, and once another doubling would pass {@code samplesBetween},
 * after every so many; the due ones wait in line, and of one cycle no more than {@code
 * mostPerCycle} are let through. So refits take a bounded share of the time, whatever the number of
 * series, and new series do not have to wait for a day. It counts samples, never time: the same
 * samples give the same turns. Not thread-safe.
 *
 * @param <K> what a series is known by
 */
public final class RefitRota<K> {
    static final int FIRST = 64;

    private final int samplesBetween;
    private final int mostPerCycle;
    private final Map<K, Turn> turns = new LinkedHashMap<>();
    private final SequencedSet<K> line = new LinkedHashSet<>();

    /**
     * @param samplesBetween at least {@value #FIRST}: a day's, for example
     * @param mostPerCycle refits let through in one cycle, at least 1
     */
    public RefitRota(int samplesBetween, int mostPerCycle) {
        this.samplesBetween = Checks.atLeast(FIRST, samplesBetween, "samplesBetween");
        this.mostPerCycle = Checks.atLeast(1, mostPerCycle, "mostPerCycle");
    }

    /** A series has got a sample. */
    public void sampled(K series) {
        Turn turn = turns.computeIfAbsent(series, _ -> new Turn());
        if (turn.take(samplesBetween)) {
            line.add(series);
        }
    }

    /** A series is no more. */
    public void forget(K series) {
        turns.remove(series);
        line.remove(series);
    }

    /** Those to be fitted in this cycle, the longest waiting first; they leave the line. */
    public List<K> next() {
        List<K> next = new ArrayList<>(Math.min(mostPerCycle, line.size()));
        while (next.size() < mostPerCycle && !line.isEmpty()) {
            next.add(line.removeFirst());
        }
        return next;
    }

    /** How many are waiting. */
    public int waiting() {
        return line.size();
    }

    private static final class Turn {
        private int samples;
        private int dueAt = FIRST;

        boolean take(int samplesBetween) {
            samples++;
            if (samples < dueAt) {
                return false;
            }
            boolean growing = 2 * dueAt <= samplesBetween;
            samples = growing ? samples : 0;
            dueAt = growing ? 2 * dueAt : samplesBetween;
            return true;
        }
    }
}
