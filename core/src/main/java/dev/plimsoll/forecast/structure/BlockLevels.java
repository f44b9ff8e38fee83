// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

/**
 * The level of a series in blocks of a few samples, at most about 500 of them: the median of each,
 * which outliers do not move.
 */
final class BlockLevels {
    private static final int MOST_BLOCKS = 512;
    private static final int LEAST_LENGTH = 5;

    private final int length;
    private final double[] medians;

    BlockLevels(double[] values) {
        this.length = Math.max(LEAST_LENGTH, Math.ceilDiv(values.length, MOST_BLOCKS));
        this.medians = new double[values.length / length];
        for (int block = 0; block < medians.length; block++) {
            medians[block] = Spread.median(values, start(block), start(block + 1));
        }
    }

    /** How many there are; samples at the end that fill none belong to the last. */
    int count() {
        return medians.length;
    }

    /** The samples of a block. */
    int length() {
        return length;
    }

    /** The index of a block's first sample. */
    int start(int block) {
        return block * length;
    }

    double at(int block) {
        return medians[block];
    }

    /** The level of the block that a sample lies in, or of the last. */
    double around(int sample) {
        return medians[blockOf(sample)];
    }

    int blockOf(int sample) {
        return Math.min(sample / length, medians.length - 1);
    }

    /** The median over some blocks, the last not included. */
    double median(int from, int to) {
        return Spread.median(medians, from, to);
    }

    double mean(int from, int to) {
        double sum = 0;
        for (int block = from; block < to; block++) {
            sum += medians[block];
        }
        return sum / (to - from);
    }
}
