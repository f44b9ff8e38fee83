// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.Crew;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Does the turns of workloads on all processors. A defect in one of them is noted, and ends nobody
 * else's turn.
 */
final class ParallelCrew implements Crew, AutoCloseable {
    private final int hands = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    hands, Thread.ofPlatform().daemon().name("turns-", 0).factory());
    private final Map<WorkloadId, RuntimeException> defects = new ConcurrentSkipListMap<>();
    private volatile Set<WorkloadId> leftOut = Set.of();

    @Override
    public <T> List<Optional<T>> each(List<Inventory> workloads, Function<Inventory, T> turn) {
        List<Optional<T>> results =
                new ArrayList<>(Collections.nCopies(workloads.size(), Optional.empty()));
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> shares = new ArrayList<>();
        for (int i = 0; i < Math.min(hands, workloads.size()); i++) {
            shares.add(threads.submit(() -> share(workloads, turn, next, results)));
        }
        for (Future<?> share : shares) {
            await(share);
        }
        return results;
    }

    private static void await(Future<?> share) {
        try {
            share.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between the turns of a cycle", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn ended all turns", e.getCause());
        }
    }

    /** Each place of the results has one writer, and is read when all have ended. */
    private <T> void share(
            List<Inventory> workloads,
            Function<Inventory, T> turn,
            AtomicInteger next,
            List<Optional<T>> results) {
        for (int i = next.getAndIncrement(); i < workloads.size(); i = next.getAndIncrement()) {
            Inventory inventory = workloads.get(i);
            try {
                if (!leftOut.contains(inventory.workload())) {
                    results.set(i, Optional.of(turn.apply(inventory)));
                }
            } catch (RuntimeException defect) {
                defects.put(inventory.workload(), defect);
            }
        }
    }

    /** The workloads whose turn failed since this was asked last, and how. */
    SortedMap<WorkloadId, RuntimeException> defects() {
        SortedMap<WorkloadId, RuntimeException> found = new TreeMap<>(defects);
        defects.keySet().removeAll(found.keySet());
        return found;
    }

    /** From now on these have no turns. */
    void leaveOut(Set<WorkloadId> workloads) {
        leftOut = Set.copyOf(workloads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
