// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Remembers how many replicas were ready, to tell whether as many have reported since. Not
 * thread-safe.
 */
final class ReadyWatch {
    /** With fewer of the ready replicas reporting, sums over them are not believed. */
    private static final double ENOUGH = 0.75;

    private static final int MEMORY = 32;

    private record Seen(Instant at, int ready) {}

    private final Duration interval;
    private final Deque<Seen> newestFirst = new ArrayDeque<>();

    ReadyWatch(Duration interval) {
        this.interval = interval;
    }

    void observe(Instant at, int ready) {
        newestFirst.addFirst(new Seen(at, ready));
        if (newestFirst.size() > MEMORY) {
            newestFirst.removeLast();
        }
    }

    /** Whether too few of the replicas that were ready have reported. */
    boolean isPartial(Readings readings) {
        return readings.of(Signal.READY_REPLICAS) instanceof Reading.Fresh(double reported, var end)
                && reported < ENOUGH * leastReady(end);
    }

    void save(StateWriter out) {
        out.putInt(newestFirst.size());
        newestFirst.forEach(seen -> out.putInstant(seen.at()).putInt(seen.ready()));
    }

    void restore(StateReader in) {
        newestFirst.clear();
        for (int left = in.getInt(); left > 0; left--) {
            newestFirst.addLast(new Seen(in.getInstant(), in.getInt()));
        }
    }

    /** The fewest replicas that were ready while an interval was measured; 0 if not known. */
    private int leastReady(Instant end) {
        Instant start = end.minus(interval);
        int least = Integer.MAX_VALUE;
        for (Seen seen : newestFirst) {
            if (!seen.at().isAfter(end)) {
                least = Math.min(least, seen.ready());
                if (!seen.at().isAfter(start)) {
                    return least;
                }
            }
        }
        return 0;
    }
}
