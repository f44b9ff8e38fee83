// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Optional;

/**
 * A sensor that froze: one value again and again, many times longer than the rest of the series
 * would let expect. Zero is no frozen value but rest, and the largest one may be a ceiling.
 *
 * <p>In a series where a sample repeats the one before it with probability q, the longest run among
 * n samples is about ln n / ln(1/q) long (Erdős and Rényi, On a new law of large numbers, 1970).
 */
final class Standstill {
    private static final int SHORTEST = 12;
    private static final int TIMES_EXPECTED = 4;
    private static final int LEAST_OTHERS = 24;

    private Standstill() {}

    static Optional<Symptom> stuck(BridgedSeries series, Extremes extremes) {
        return Runs.longest(series.size(), i -> repeats(series, i) && isInside(series, i, extremes))
                .map(repeats -> new Span(repeats.from() - 1, repeats.to()))
                .filter(run -> run.length() >= shortest(series, run))
                .map(run -> symptom(series, run));
    }

    private static boolean repeats(BridgedSeries series, int i) {
        return i > 0
                && series.isPresent(i)
                && series.isPresent(i - 1)
                && series.at(i) == series.at(i - 1);
    }

    private static boolean isInside(BridgedSeries series, int i, Extremes extremes) {
        return series.at(i) > 0 && series.at(i) < extremes.largest();
    }

    private static double shortest(BridgedSeries series, Span run) {
        int repeats = 0;
        int others = 0;
        for (int i = 1; i < series.size(); i++) {
            if (i <= run.from() || i > run.to()) {
                repeats += repeats(series, i) ? 1 : 0;
                others++;
            }
        }
        if (others < LEAST_OTHERS) {
            return Double.POSITIVE_INFINITY;
        }
        double probability = (repeats + 1.0) / (others + 2.0);
        double expected = -StrictMath.log(others) / StrictMath.log(probability);
        return Math.max(SHORTEST, TIMES_EXPECTED * expected);
    }

    private static Symptom symptom(BridgedSeries series, Span run) {
        boolean lasts = run.to() == series.size() - 1;
        return new Symptom.Stuck(series.at(run.from()), run, series.seconds(run), lasts);
    }
}
