// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** The wants of the last cycles, at most {@value #CAPACITY} of them. Not thread-safe. */
final class WantWindow {
    static final int CAPACITY = ScalingBehavior.MOST_PERIODS;

    private int[] wants = new int[CAPACITY];
    private int count;

    void add(int want) {
        wants[count % CAPACITY] = want;
        count = count == Integer.MAX_VALUE ? CAPACITY : count + 1;
    }

    /** Whether at least {@code periods} wants are known. */
    boolean covers(int periods) {
        return count >= Math.min(periods, CAPACITY);
    }

    /** The largest of the last {@code periods} wants. */
    int largest(int periods) {
        int largest = 0;
        for (int back = 1; back <= Math.min(Math.min(periods, CAPACITY), count); back++) {
            largest = Math.max(largest, wants[(count - back) % CAPACITY]);
        }
        return largest;
    }

    void clear() {
        wants = new int[CAPACITY];
        count = 0;
    }

    void save(StateWriter out) {
        out.putInt(count).packInts(wants);
    }

    void restore(StateReader in) {
        int savedCount = in.getInt();
        if (savedCount < 0) {
            throw new IllegalArgumentException(
                    "state has a window of %d wants".formatted(savedCount));
        }
        int[] savedWants = new int[CAPACITY];
        in.unpackInts(savedWants);
        count = savedCount;
        wants = savedWants;
    }
}
