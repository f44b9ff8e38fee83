// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * How the largest value and the sum over a window of samples to come lie about the largest and the
 * sum of the medians: their quantiles, in units of the 90 % band's width at the window's end. They
 * cannot be had from the single steps' quantiles, because errors of neighbouring steps go together.
 * Not thread-safe.
 */
final class WindowCell {
    private static final float[] FIRST_OF_PEAK = {-0.3f, -0.05f, 0.1f, 0.3f, 0.8f};
    private static final float[] FIRST_OF_MEAN = {-0.35f, -0.12f, 0, 0.12f, 0.35f};
    private static final double FIRST_RATE = 0.3;
    private static final double LEAST_RATE = 0.005;
    private static final double FARTHEST = 1e6;
    private static final int LEVELS = QuantileStep.LEVELS;

    private final int length;
    private final int stride;
    private final float[] peaks;
    private final float[] sums;
    private final float[] medianPeaks;
    private final float[] medianMeans;
    private final float[] units;
    private final float[] peakOffsets = FIRST_OF_PEAK.clone();
    private final float[] meanOffsets = FIRST_OF_MEAN.clone();
    private double learned;

    WindowCell(int length) {
        this.length = length;
        this.stride = Math.ceilDiv(length, HorizonCell.KEPT);
        int capacity = length / stride + 1;
        this.peaks = new float[capacity];
        this.sums = new float[capacity];
        this.medianPeaks = new float[capacity];
        this.medianMeans = new float[capacity];
        this.units = new float[capacity];
    }

    /**
     * Quantiles of the window's largest value, less the medians' largest, in units of the width.
     */
    float[] peakOffsets() {
        return peakOffsets;
    }

    /** Quantiles of the window's mean, less the medians' mean, in units of the width. */
    float[] meanOffsets() {
        return meanOffsets;
    }

    boolean isIssuedAt(long time) {
        return time % stride == 0;
    }

    /** A window begins after a time. */
    void issue(long time, double medianPeak, double medianMean, double width) {
        int slot = slot(time);
        peaks[slot] = 0;
        sums[slot] = 0;
        medianPeaks[slot] = (float) medianPeak;
        medianMeans[slot] = (float) medianMean;
        units[slot] = (float) width;
    }

    /** The sample at a time has come. */
    void take(long time, double value) {
        for (int slot = 0; slot < peaks.length; slot++) {
            peaks[slot] = Math.max(peaks[slot], (float) value);
            sums[slot] += (float) value;
        }
        if (time >= length && (time - length) % stride == 0) {
            learn(slot(time - length));
        }
    }

    /** The sample at a time is absent: the windows about it are left out. */
    void skip() {
        Arrays.fill(units, 0);
    }

    private void learn(int slot) {
        if (units[slot] > 0) {
            learned++;
            double rate = QuantileStep.rate(FIRST_RATE, LEAST_RATE, learned);
            move(peakOffsets, (peaks[slot] - medianPeaks[slot]) / units[slot], rate);
            move(meanOffsets, (sums[slot] / length - medianMeans[slot]) / units[slot], rate);
        }
    }

    private static void move(float[] offsets, double value, double rate) {
        for (int level = 0; level < LEVELS; level++) {
            double direction = QuantileStep.direction(level, value - offsets[level]);
            double next = offsets[level] + rate * QuantileStep.reach(level) * direction;
            offsets[level] = (float) Math.clamp(next, -FARTHEST, FARTHEST);
        }
    }

    private int slot(long time) {
        return (int) (time / stride % peaks.length);
    }

    void save(StateWriter out) {
        out.packFloats(peaks).packFloats(sums).packFloats(medianPeaks).packFloats(medianMeans);
        out.packFloats(units).packFloats(peakOffsets).packFloats(meanOffsets).putDouble(learned);
    }

    void restore(StateReader in) {
        in.unpackFloats(peaks)
                .unpackFloats(sums)
                .unpackFloats(medianPeaks)
                .unpackFloats(medianMeans);
        in.unpackFloats(units).unpackFloats(peakOffsets).unpackFloats(meanOffsets);
        learned = in.getDouble();
    }
}
