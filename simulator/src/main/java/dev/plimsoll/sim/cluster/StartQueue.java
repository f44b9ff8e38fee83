// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Replicas that are ordered and not ready yet, oldest first. Not thread-safe. */
final class StartQueue {
    private record Start(int replicas, long orderedAt, double seconds) {
        boolean isReady(long now) {
            return orderedAt + seconds <= now;
        }
    }

    private final List<Start> starts = new ArrayList<>();
    private final List<Duration> completed = new ArrayList<>();
    private int replicas;

    int replicas() {
        return replicas;
    }

    /** When the oldest was ordered. */
    OptionalLong oldest() {
        return starts.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(starts.getFirst().orderedAt());
    }

    /** Oldest first. */
    List<Cohort> cohorts() {
        return starts.stream()
                .map(start -> new Cohort(start.replicas(), start.orderedAt(), Cohort.NOT_YET))
                .toList();
    }

    void order(int more, long now, double seconds) {
        starts.add(new Start(more, now, seconds));
        replicas += more;
    }

    /** Takes back the newest orders, and says how many replicas that were. */
    int cancel(int wanted) {
        int left = wanted;
        while (left > 0 && !starts.isEmpty()) {
            Start newest = starts.removeLast();
            int cancelled = Math.min(left, newest.replicas());
            if (cancelled < newest.replicas()) {
                starts.add(less(newest, cancelled));
            }
            left -= cancelled;
        }
        replicas -= wanted - left;
        return wanted - left;
    }

    /** The orders that are ready at {@code now} and have room; those without room stay. */
    List<Cohort> takeReady(long now, int room) {
        if (starts.isEmpty()) {
            return List.of();
        }
        List<Cohort> ready = new ArrayList<>();
        int left = room;
        for (int i = 0; i < starts.size() && left > 0; i++) {
            Start start = starts.get(i);
            if (start.isReady(now)) {
                int fitting = Math.min(left, start.replicas());
                left -= fitting;
                ready.add(new Cohort(fitting, start.orderedAt(), now));
                completed.add(Duration.ofMillis(Math.round(start.seconds() * 1000)));
                starts.set(i, less(start, fitting));
            }
        }
        starts.removeIf(start -> start.replicas() == 0);
        replicas -= room - left;
        return ready;
    }

    /** How long the orders took that became ready since the last call, one for each. */
    List<Duration> takeCompleted() {
        if (completed.isEmpty()) {
            return List.of();
        }
        List<Duration> taken = List.copyOf(completed);
        completed.clear();
        return taken;
    }

    private static Start less(Start start, int fewer) {
        return new Start(start.replicas() - fewer, start.orderedAt(), start.seconds());
    }
}
