// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * Less is allowed only after it has sufficed for the whole delay: the answer is the largest number
 * recorded within it, by ticks of two seconds, of which a delay has as many as it takes to cover
 * it. Recorded numbers that a later one is not below can never be the answer again, so what is kept
 * is a falling sequence.
 *
 * <p>Source: Knative Serving 0.51, {@code pkg/autoscaler/aggregation/max}. Not thread-safe.
 */
final class ScaleDownDelay {
    private static final int TICK_SECONDS = 2;

    private final long[] ticks;
    private final int[] pods;
    private int first;
    private int length;

    /** A delay of at least a second. */
    ScaleDownDelay(long delaySeconds) {
        int slots = Math.toIntExact(Math.ceilDiv(delaySeconds, TICK_SECONDS));
        ticks = new long[slots];
        pods = new int[slots];
    }

    /** Records what is wanted, and gives the largest number wanted within the delay. */
    int delay(int wanted, long second) {
        long tick = Math.floorDiv(second, TICK_SECONDS);
        dropExpired(tick);
        dropOutdone(wanted);
        if (length == 0 || ticks[slot(length - 1)] != tick) {
            append(tick, wanted);
        }
        return pods[first];
    }

    private void dropExpired(long tick) {
        while (length > 0 && tick - ticks[first] >= ticks.length) {
            first = slot(1);
            length--;
        }
    }

    private void dropOutdone(int wanted) {
        while (length > 0 && wanted >= pods[slot(length - 1)]) {
            length--;
        }
    }

    private void append(long tick, int wanted) {
        ticks[slot(length)] = tick;
        pods[slot(length)] = wanted;
        length++;
    }

    private int slot(int position) {
        return (first + position) % ticks.length;
    }
}
