// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.ArrayList;
import java.util.List;

/**
 * The changes of one direction. Kept in slots: a new one overwrites the last that is older than the
 * longest period of its own direction; other old ones stay, and count for longer periods of the
 * other direction. Upstream: {@code storeScaleEvent, getReplicasChangePerPeriod}. Not thread-safe.
 */
final class ScaleEvents {
    private record Event(int change, long second) {}

    private final List<Event> slots = new ArrayList<>();

    void record(int change, int longestPeriodSeconds, long now) {
        Event newest = new Event(change, now);
        for (int slot = slots.size() - 1; slot >= 0; slot--) {
            if (slots.get(slot).second() < now - longestPeriodSeconds) {
                slots.set(slot, newest);
                return;
            }
        }
        slots.add(newest);
    }

    /** The change in a period; what happened exactly when it began is not in it. */
    int within(int periodSeconds, long now) {
        int change = 0;
        for (Event event : slots) {
            change += event.second() > now - periodSeconds ? event.change() : 0;
        }
        return change;
    }
}
