// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import java.util.Arrays;

/**
 * A ring of one-second buckets, as long as the window. What falls into the same second adds up;
 * seconds without a record between two records are zeros; after a whole window of silence it begins
 * anew. The running total is kept by adding and subtracting, with the rounding that comes of it.
 *
 * <p>Source: Knative Serving 0.51, {@code pkg/autoscaler/aggregation/bucketing.go}. Not
 * thread-safe.
 */
final class SecondBuckets {
    /** Before any second, and so far from all that no difference with it overflows. */
    private static final long NEVER = Long.MIN_VALUE / 4;

    private double[] values;
    private long firstWrite = NEVER;
    private long lastWrite = NEVER;
    private double total;

    SecondBuckets(int windowSeconds) {
        values = new double[windowSeconds];
    }

    int windowSeconds() {
        return values.length;
    }

    boolean isEmpty(long now) {
        return silence(now) > values.length;
    }

    /** Seconds since the newest record; less than nothing if that is of later. */
    long silence(long now) {
        return now - lastWrite;
    }

    /** Seconds from the first record of this run of records to the newest, both included. */
    long span() {
        return lastWrite - firstWrite + 1;
    }

    /** What the second so many before the newest record holds; at most the window back. */
    double beforeNewest(int seconds) {
        return values[slot(lastWrite - seconds)];
    }

    /** The sum of what is still within the window. */
    double sum(long now) {
        double sum = total;
        for (long second = lastWrite + 1; second <= now; second++) {
            sum -= values[slot(second)];
        }
        return sum;
    }

    void record(long second, double value) {
        if (second == lastWrite || makeRoom(second)) {
            values[slot(second)] += value;
            total += value;
        }
    }

    /** Whether the second is still of interest. */
    private boolean makeRoom(long second) {
        if (second + values.length <= lastWrite) {
            return false;
        }
        if (firstWrite == NEVER || firstWrite > second) {
            firstWrite = second;
        }
        if (second > lastWrite) {
            advance(second);
        }
        return true;
    }

    private void advance(long second) {
        if (second - lastWrite >= values.length) {
            beginAnew(second);
        } else {
            forget(second);
        }
        lastWrite = second;
    }

    private void beginAnew(long second) {
        firstWrite = second;
        Arrays.fill(values, 0);
        total = 0;
    }

    /** Empties the buckets that the seconds up to this one take over. */
    private void forget(long second) {
        for (long expired = lastWrite + 1; expired <= second; expired++) {
            int slot = slot(expired);
            total -= values[slot];
            values[slot] = 0;
        }
    }

    /**
     * Changes the window. What was recorded within the old one stays, and passes for a full old
     * window, however young it was.
     */
    void resize(int windowSeconds, long now) {
        if (windowSeconds != values.length) {
            double[] old = values;
            boolean silent = isEmpty(now);
            values = new double[windowSeconds];
            total = silent ? 0 : copyNewest(old);
            firstWrite = silent ? NEVER : lastWrite - (old.length - 1);
        }
    }

    private double copyNewest(double[] old) {
        double sum = 0;
        long oldest = lastWrite - Math.min(old.length, values.length);
        for (long second = lastWrite; second > oldest; second--) {
            double value = old[Math.floorMod(second, old.length)];
            values[slot(second)] = value;
            sum += value;
        }
        return sum;
    }

    private int slot(long second) {
        return Math.floorMod(second, values.length);
    }
}
