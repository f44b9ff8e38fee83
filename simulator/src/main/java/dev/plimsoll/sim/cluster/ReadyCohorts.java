// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * The ready replicas by age. Those that have been ready for {@value #OLD_SECONDS} s are not told
 * apart: no autoscaler does (HPA's longest look back at a start is five minutes). Not thread-safe.
 */
final class ReadyCohorts {
    private static final long OLD_SECONDS = 600;

    private final Deque<Cohort> cohorts = new ArrayDeque<>();

    void add(int replicas, long orderedAt, long now) {
        cohorts.addLast(new Cohort(replicas, orderedAt, now));
        mergeOld(now);
    }

    void takeNewest(int replicas) {
        take(replicas, cohorts);
    }

    void takeOldest(int replicas) {
        take(replicas, cohorts.reversed());
    }

    /** Oldest first. */
    Iterable<Cohort> oldestFirst() {
        return Collections.unmodifiableCollection(cohorts);
    }

    private static void take(int replicas, Deque<Cohort> cohorts) {
        int left = replicas;
        while (left > 0 && !cohorts.isEmpty()) {
            Cohort last = cohorts.removeLast();
            int kept = Math.max(0, last.replicas() - left);
            left -= last.replicas() - kept;
            if (kept > 0) {
                cohorts.addLast(last.of(kept));
            }
        }
    }

    private void mergeOld(long now) {
        while (cohorts.size() > 1) {
            Cohort first = cohorts.removeFirst();
            Cohort second = cohorts.getFirst();
            if (second.readyAt() > now - OLD_SECONDS) {
                cohorts.addFirst(first);
                return;
            }
            cohorts.removeFirst();
            cohorts.addFirst(first.of(first.replicas() + second.replicas()));
        }
    }
}
