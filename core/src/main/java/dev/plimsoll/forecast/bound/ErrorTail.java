// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * How far demand has come to lie above a forecast, as a distribution of errors in units of their
 * scale. An error counts as much as was at stake when it came due, and fades as in {@link
 * FadingSum}. Before there is history, errors are believed to be exponential of mean 1, as likely
 * up as down, worth {@value #PRIOR_SAMPLES} samples. Not thread-safe.
 */
final class ErrorTail {
    static final int PRIOR_SAMPLES = 200;

    /** Edges are sinh-spaced: fine about zero, coarse in the tail. */
    private static final double[] EDGES = edges();

    private static final double[] PRIOR = prior();
    private static final double STAKE_GAIN = 1e-3;
    private static final int FORGET_EVERY = 64;
    static final int SIZE = EDGES.length;

    private final double[] counts = new double[SIZE + 1];
    private final double[] chances = PRIOR.clone();
    private double total;
    private double usualStake = 1;
    private long learned;

    private static double[] edges() {
        double[] edges = new double[65];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = 1.5 * StrictMath.sinh((i - 12) / 12.0);
        }
        return edges;
    }

    private static double[] prior() {
        double[] chances = new double[EDGES.length];
        for (int i = 0; i < chances.length; i++) {
            double tail = 0.5 * StrictMath.exp(-Math.abs(EDGES[i]));
            chances[i] = EDGES[i] < 0 ? 1 - tail : tail;
        }
        return chances;
    }

    /** A margin of the ladder, in units of the scale; ascending. */
    static double edge(int index) {
        return EDGES[index];
    }

    /** The chance that an error is above that margin. */
    double chance(int index) {
        return chances[index];
    }

    /**
     * Adds, times {@code weight}, the chances that errors are above the first {@code count} of
     * ascending margins: {@code first}, and each so much {@code apart}. Between edges they run
     * linearly, beyond the last with its inverse square; below the first its own chance stands.
     */
    void addChances(double first, double apart, double weight, double[] chancesAbove, int count) {
        int edge = 0;
        for (int i = 0; i < count; i++) {
            double margin = first + i * apart;
            while (edge < SIZE && EDGES[edge] < margin) {
                edge++;
            }
            chancesAbove[i] += weight * chanceAbove(margin, edge);
        }
    }

    private double chanceAbove(double margin, int edge) {
        if (edge == 0) {
            return chances[0];
        }
        if (edge == SIZE) {
            double beyond = EDGES[SIZE - 1] / margin;
            return chances[SIZE - 1] * beyond * beyond;
        }
        double share = (margin - EDGES[edge - 1]) / (EDGES[edge] - EDGES[edge - 1]);
        return chances[edge - 1] + share * (chances[edge] - chances[edge - 1]);
    }

    /**
     * An error has been made.
     *
     * @param error in units of its scale
     * @param stake what it is worth, above 0: the replicas that were needed
     */
    void learn(double error, double stake) {
        usualStake += STAKE_GAIN * (stake - usualStake);
        counts[slot(error)] += stake;
        total += stake;
        learned++;
        if (learned % FORGET_EVERY == 0) {
            forget();
        }
        derive();
    }

    /**
     * Once something was learned, the chances follow from the counts; before, they are the prior.
     */
    private void derive() {
        double prior = PRIOR_SAMPLES * usualStake;
        double share = 1 / (total + prior);
        double above = 0;
        for (int i = SIZE - 1; i >= 0; i--) {
            above += counts[i + 1];
            chances[i] = (above + prior * PRIOR[i]) * share;
        }
    }

    private void forget() {
        total = 0;
        for (int i = 0; i <= SIZE; i++) {
            counts[i] -= FORGET_EVERY * FadingSum.FORGET * counts[i];
            total += counts[i];
        }
    }

    private static int slot(double error) {
        int low = 0;
        int high = SIZE;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (error <= EDGES[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void save(StateWriter out) {
        out.packDoubles(counts).putDouble(total).putDouble(usualStake);
        out.putLong(learned);
    }

    void restore(StateReader in) {
        in.unpackDoubles(counts);
        total = in.getDouble();
        usualStake = in.getDouble();
        learned = in.getLong();
        if (learned > 0) {
            derive();
        } else {
            System.arraycopy(PRIOR, 0, chances, 0, SIZE);
        }
    }
}
