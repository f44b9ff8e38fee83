// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Watches whether numbers of replicas are too few as often as was expected of them. If they were so
 * more than {@value #LOST} times as often of late, and in one sample of twenty besides, the chances
 * have lost trust; they earn it back at {@value #EARNED} times, and one of forty. Not thread-safe.
 */
final class CalibrationWatch {
    private static final double LOST = 3;
    private static final double EARNED = 2;
    private static final double GRACE = 0.05;
    private static final double GAIN = 1.0 / 500;

    /** Before so many numbers have been judged, the chances are trusted. */
    private static final int LEAST_JUDGED = 240;

    private final int[] numbers = new int[Reach.KEPT];
    private final double[] chances = new double[Reach.KEPT];
    private final FadingMean missed = new FadingMean(GAIN);
    private final FadingMean expected = new FadingMean(GAIN);
    private boolean lost;

    /** A number was chosen for the end of the look-ahead, with a chance to be too few. */
    void choose(long time, int number, double chance) {
        numbers[Reach.slot(time)] = number;
        chances[Reach.slot(time)] = chance;
    }

    /** It has become known what was needed where the number of {@code made} was to serve. */
    void judge(long made, int needed) {
        int then = Reach.slot(made);
        missed.add(needed > numbers[then] ? 1 : 0);
        expected.add(chances[then]);
        // not read again: zeros take few bytes
        numbers[then] = 0;
        chances[then] = 0;
        if (missed.count() >= LEAST_JUDGED) {
            double chance = expected.mean();
            lost = missed.mean() > (lost ? EARNED * chance + GRACE / 2 : LOST * chance + GRACE);
        }
    }

    boolean isTrusted() {
        return !lost;
    }

    void save(StateWriter out) {
        out.packInts(numbers).packDoubles(chances);
        missed.save(out);
        expected.save(out);
        out.putInt(lost ? 1 : 0);
    }

    void restore(StateReader in) {
        in.unpackInts(numbers).unpackDoubles(chances);
        missed.restore(in);
        expected.restore(in);
        lost = in.getInt() == 1;
    }
}
