// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.Arrays;

/**
 * One server in virtual time, first come first served: a request begins when it has come and the
 * first slot is free (Kiefer and Wolfowitz 1955). Not thread-safe.
 */
final class ServerQueue {
    private final long[] freeNanos;

    ServerQueue(int slots) {
        this.freeNanos = new long[slots];
    }

    /** When the request that comes now, not before the last one, is answered. */
    long serve(long arrivalNanos, long serviceNanos) {
        int first = 0;
        for (int slot = 1; slot < freeNanos.length; slot++) {
            first = freeNanos[slot] < freeNanos[first] ? slot : first;
        }
        freeNanos[first] = Math.max(arrivalNanos, freeNanos[first]) + serviceNanos;
        return freeNanos[first];
    }

    /** Empties all slots. */
    void clear() {
        Arrays.fill(freeNanos, 0);
    }
}
