// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * Panic begins when demand reaches the threshold, and ends when more than a stable window has gone
 * by since it last did. While it lasts, the number of pods never falls.
 *
 * <p>More than one ready pod at the start is a panic too: an autoscaler that knows no past must not
 * take away what somebody needed.
 *
 * <p>Source: Knative Serving 0.51, {@code pkg/autoscaler/scaling/autoscaler.go}. Not thread-safe.
 */
final class PanicMode {
    private boolean panicking;
    private long lastReachedSecond;
    private int largest;

    PanicMode(int readyAtStart, long second) {
        panicking = readyAtStart > 1;
        lastReachedSecond = second;
        largest = readyAtStart;
    }

    boolean isPanicking() {
        return panicking;
    }

    void observe(boolean thresholdReached, long second, long stableWindowSeconds) {
        if (thresholdReached) {
            panicking = true;
            lastReachedSecond = second;
        } else if (panicking && lastReachedSecond + stableWindowSeconds < second) {
            panicking = false;
            largest = 0;
        }
    }

    /** The largest number of pods since the panic began. */
    int hold(int pods) {
        largest = Math.max(largest, pods);
        return largest;
    }
}
