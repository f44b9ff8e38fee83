// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.series;

import java.util.Arrays;

/** Counts of durations in buckets of a twentieth of an octave. Not thread-safe. */
final class LatencyHistogram {
    private static final int PER_OCTAVE = 20;

    private final long[] counts = new long[PER_OCTAVE * 40];
    private long total;

    void add(long nanos) {
        double octaves = StrictMath.log((double) Math.max(1, nanos)) / StrictMath.log(2);
        counts[Math.min(counts.length - 1, (int) (octaves * PER_OCTAVE))]++;
        total++;
    }

    void add(LatencyHistogram other) {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] += other.counts[bucket];
        }
        total += other.total;
    }

    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    /** The upper edge of the bucket that a quantile falls into, in microseconds. */
    double micros(double quantile) {
        long rank = (long) Math.ceil(quantile * total);
        long below = 0;
        int bucket = 0;
        while (bucket < counts.length - 1 && below + counts[bucket] < rank) {
            below += counts[bucket];
            bucket++;
        }
        return StrictMath.pow(2, (bucket + 1.0) / PER_OCTAVE) / 1000;
    }
}
