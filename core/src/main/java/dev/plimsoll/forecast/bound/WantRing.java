// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** The newest wants, at most {@value #KEPT}. Not thread-safe. */
final class WantRing {
    static final int KEPT = 256;

    private final int[] wants = new int[KEPT];
    private long count;

    void add(int want) {
        wants[(int) count++ & KEPT - 1] = want;
    }

    /** The largest of the newest {@code most}. */
    int largest(int most) {
        int largest = 0;
        int known = (int) Math.min(most, count);
        for (int back = 1; back <= known; back++) {
            largest = Math.max(largest, wants[(int) (count - back) & KEPT - 1]);
        }
        return largest;
    }

    void save(StateWriter out) {
        out.packInts(wants).putLong(count);
    }

    void restore(StateReader in) {
        in.unpackInts(wants);
        count = in.getLong();
    }
}
