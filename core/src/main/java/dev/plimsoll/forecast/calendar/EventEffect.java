// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * What the occurrences of one event did, as the logarithm of demand over what it would have been.
 * Of the last {@value #RECENT} occurrences the median counts, phase by phase. Because one
 * occurrence may have been by chance, it is drawn towards no effect: n of them count n / (n + 1/3),
 * which is three quarters for the first. Not thread-safe.
 */
final class EventEffect {
    private static final int RECENT = 8;
    private static final double CHANCE = 1.0 / 3;

    private final double[] recent = new double[EventSpan.PHASES * RECENT];
    private int occurrences;

    /** Takes an occurrence's logarithm of the ratio in each phase. */
    void learn(double... logRatios) {
        for (int phase = 0; phase < EventSpan.PHASES; phase++) {
            recent[phase * RECENT + occurrences % RECENT] = logRatios[phase];
        }
        occurrences++;
    }

    int occurrences() {
        return occurrences;
    }

    /** What is expected of a phase; 0 while nothing was learned. */
    double logRatio(int phase) {
        if (occurrences == 0) {
            return 0;
        }
        int from = phase * RECENT;
        double[] known = Arrays.copyOfRange(recent, from, from + Math.min(occurrences, RECENT));
        return median(known) * occurrences / (occurrences + CHANCE);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    void save(StateWriter out) {
        out.putInt(occurrences).putDoubles(recent);
    }

    void restore(StateReader in) {
        occurrences =
                (int)
                        Checks.within(
                                0, Integer.MAX_VALUE - 1, in.getInt(), "a number of occurrences");
        double[] values = in.getDoubles();
        Checks.same(recent.length, values.length, "a number of ratios");
        System.arraycopy(values, 0, recent, 0, values.length);
    }
}
