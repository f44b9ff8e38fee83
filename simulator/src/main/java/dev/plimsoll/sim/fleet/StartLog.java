// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The completed starts of a workload, numbered, so that each reader can be told what is new to it.
 * The oldest are forgotten. Not thread-safe.
 */
final class StartLog {
    private static final int KEPT = 10_000;

    private record Start(long number, Duration took) {}

    private final Deque<Start> starts = new ArrayDeque<>();

    void add(long number, Duration took) {
        starts.addLast(new Start(number, took));
        if (starts.size() > KEPT) {
            starts.removeFirst();
        }
    }

    /** Those with a higher number. */
    List<Duration> after(long number) {
        if (starts.isEmpty() || starts.getLast().number() <= number) {
            return List.of();
        }
        return starts.stream().filter(start -> start.number() > number).map(Start::took).toList();
    }
}
