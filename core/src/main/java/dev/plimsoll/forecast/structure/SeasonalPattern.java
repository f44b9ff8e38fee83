// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

/** The usual course of a series over one period, slot by slot. The period need not be whole. */
final class SeasonalPattern {
    private static final int MOST_KEPT = 100;
    private static final double ROUNDING = 1e-9;

    private final double frequency;
    private final double[] levels;

    private SeasonalPattern(double period, int mostSlots) {
        this.frequency = 1 / period;
        this.levels = new double[Math.min((int) period, mostSlots)];
    }

    /** The mean of each slot, of values that vary about 0. */
    static SeasonalPattern ofMeans(double[] departures, double period, int mostSlots) {
        SeasonalPattern pattern = new SeasonalPattern(period, mostSlots);
        int[] counts = pattern.counts(departures.length);
        for (int i = 0; i < departures.length; i++) {
            int slot = pattern.slot(i);
            pattern.levels[slot] += departures[i] / counts[slot];
        }
        return pattern;
    }

    /**
     * The median of each slot, less the mean of all: what happened on one day is not expected at
     * that hour of every other. A slot looks at its newest {@value #MOST_KEPT} values.
     */
    static SeasonalPattern ofMedians(double[] departures, double period, int mostSlots) {
        SeasonalPattern pattern = new SeasonalPattern(period, mostSlots);
        int[] left = pattern.counts(departures.length);
        double[][] kept = new double[left.length][];
        for (int slot = 0; slot < left.length; slot++) {
            kept[slot] = new double[Math.min(left[slot], MOST_KEPT)];
        }
        for (int i = 0; i < departures.length; i++) {
            int slot = pattern.slot(i);
            left[slot]--;
            if (left[slot] < kept[slot].length) {
                kept[slot][left[slot]] = departures[i];
            }
        }
        pattern.takeMedians(kept);
        return pattern;
    }

    private void takeMedians(double[][] kept) {
        double mean = 0;
        for (int slot = 0; slot < levels.length; slot++) {
            levels[slot] = Spread.median(kept[slot], 0, kept[slot].length);
            mean += levels[slot] / levels.length;
        }
        for (int slot = 0; slot < levels.length; slot++) {
            levels[slot] -= mean;
        }
    }

    private int[] counts(int size) {
        int[] counts = new int[levels.length];
        for (int i = 0; i < size; i++) {
            counts[slot(i)]++;
        }
        return counts;
    }

    int slots() {
        return levels.length;
    }

    double at(int index) {
        return levels[slot(index)];
    }

    void subtractFrom(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= at(i);
        }
    }

    private int slot(int index) {
        double periods = index * frequency + ROUNDING;
        return Math.min((int) ((periods - (int) periods) * levels.length), levels.length - 1);
    }
}
