// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * What was recommended lately, before any window or limit. Kept in slots: a new one overwrites the
 * last that is too old to count, so that old ones in earlier slots stay. Upstream: {@code
 * recordInitialRecommendation, stabilizeRecommendation}. Not thread-safe.
 */
final class Recommendations {
    private record Recommended(int replicas, long second) {}

    private final List<Recommended> slots = new ArrayList<>();

    /** The first recommendation of all is to keep what there is. */
    void begin(int current, long now) {
        if (slots.isEmpty()) {
            slots.add(new Recommended(current, now));
        }
    }

    /** The largest of those that are recent, and of {@code replicas}. */
    int largest(int replicas, LongPredicate isRecent) {
        int largest = replicas;
        for (Recommended past : slots) {
            largest = isRecent.test(past.second()) ? Math.max(largest, past.replicas()) : largest;
        }
        return largest;
    }

    /** The smallest of those that are recent, and of {@code replicas}. */
    int smallest(int replicas, LongPredicate isRecent) {
        int smallest = replicas;
        for (Recommended past : slots) {
            smallest =
                    isRecent.test(past.second()) ? Math.min(smallest, past.replicas()) : smallest;
        }
        return smallest;
    }

    void record(int replicas, long now, LongPredicate isOld) {
        Recommended newest = new Recommended(replicas, now);
        for (int slot = slots.size() - 1; slot >= 0; slot--) {
            if (isOld.test(slots.get(slot).second())) {
                slots.set(slot, newest);
                return;
            }
        }
        slots.add(newest);
    }
}
