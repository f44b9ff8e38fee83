// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import java.util.Arrays;

/**
 * Latencies (waiting and service, seconds) of simulated requests by the window of their arrival,
 * and how many requests wait when each window ends. The first window starts at 0; what arrives
 * after the last one is left out.
 *
 * <p>Latencies are counted in buckets cut from the bits of a double: 256 to each power of two, so
 * that a quantile, interpolated within its bucket, is off by less than 0.4 %. Memory is 80 KiB a
 * window. Not thread-safe.
 */
final class LatencyWindows implements RequestSimulation.Listener {
    private static final int MANTISSA_BITS = 8;
    private static final int SHIFT = 52 - MANTISSA_BITS;
    private static final long LOWEST = Double.doubleToRawLongBits(0x1p-20) >>> SHIFT;
    private static final int BUCKETS = 40 << MANTISSA_BITS;

    /** What arrived in one window. */
    static final class Window {
        private final long[] buckets = new long[BUCKETS];
        private long count;
        private double sum;
        private long lost;
        private long waitingChange;

        private void add(double latency) {
            long bucket = (Double.doubleToRawLongBits(latency) >>> SHIFT) - LOWEST;
            buckets[(int) Math.clamp(bucket, 0, BUCKETS - 1)]++;
            count++;
            sum += latency;
        }

        /** Requests that arrived and were served, then or later. */
        long count() {
            return count;
        }

        /** Requests that arrived and were never served to their end. */
        long lost() {
            return lost;
        }

        double mean() {
            return sum / count;
        }

        /** The latency that a share {@code p} of the served requests does not exceed. */
        double quantile(double p) {
            double rank = p * count;
            long below = 0;
            for (int i = 0; i < BUCKETS; i++) {
                if (below + buckets[i] >= rank && buckets[i] > 0) {
                    double within = (rank - below) / buckets[i];
                    return lowerEdge(i) + within * (lowerEdge(i + 1) - lowerEdge(i));
                }
                below += buckets[i];
            }
            throw new IllegalStateException("quantile " + p + " of an empty window");
        }

        private static double lowerEdge(int bucket) {
            return Double.longBitsToDouble((LOWEST + bucket) << SHIFT);
        }
    }

    private final double[] ends;
    private final Window[] windows;
    private int current;

    LatencyWindows(double... ends) {
        this.ends = ends.clone();
        windows = new Window[ends.length];
        Arrays.setAll(windows, i -> new Window());
    }

    /** Ends of {@code count} windows of equal length. */
    static double[] every(double seconds, int count) {
        double[] ends = new double[count];
        Arrays.setAll(ends, i -> (i + 1) * seconds);
        return ends;
    }

    @Override
    public void served(int replica, double arrival, double start, double end) {
        if (reach(arrival)) {
            windows[current].add(end - arrival);
            countWaiting(start);
        }
    }

    @Override
    public void lost(double arrival, double waitedUntil) {
        if (reach(arrival)) {
            windows[current].lost++;
            countWaiting(waitedUntil);
        }
    }

    int size() {
        return windows.length;
    }

    Window window(int index) {
        return windows[index];
    }

    /** Requests in all replicas that wait for a slot when the window ends. */
    long waitingAtEnd(int index) {
        long waiting = 0;
        for (int i = 0; i <= index; i++) {
            waiting += windows[i].waitingChange;
        }
        return waiting;
    }

    private boolean reach(double arrival) {
        while (current < ends.length && arrival >= ends[current]) {
            current++;
        }
        return current < ends.length;
    }

    /** Waits at the end of this window and of all until the one in which it stops waiting. */
    private void countWaiting(double until) {
        if (until <= ends[current]) {
            return;
        }
        windows[current].waitingChange++;
        int found = Arrays.binarySearch(ends, current, ends.length, until);
        int stops = found < 0 ? -found - 1 : found;
        if (stops < ends.length) {
            windows[stops].waitingChange--;
        }
    }
}
