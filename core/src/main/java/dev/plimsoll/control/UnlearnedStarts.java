// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The starts that ticks were told of. A platform tells each of them once, and a tick learns
 * nothing: so they wait here for the next cycle. Not thread-safe.
 */
final class UnlearnedStarts {
    private final Map<WorkloadId, List<Duration>> waiting = new TreeMap<>();

    /** Keeps the starts of a tick; gives those that ticks were told of to a cycle. */
    List<Inventory> merge(Clock clock, List<Inventory> inventories) {
        return switch (clock) {
            case TICK -> {
                inventories.forEach(this::add);
                yield inventories;
            }
            case CYCLE ->
                    waiting.isEmpty()
                            ? inventories
                            : inventories.stream().map(this::complete).toList();
        };
    }

    /** Keeps those of a workload that a cycle does not look at; of a tick they are kept already. */
    void keep(Clock clock, Inventory inventory) {
        if (clock == Clock.CYCLE) {
            add(inventory);
        }
    }

    private void add(Inventory inventory) {
        if (!inventory.completedStarts().isEmpty()) {
            waiting.computeIfAbsent(inventory.workload(), _ -> new ArrayList<>())
                    .addAll(inventory.completedStarts());
        }
    }

    private Inventory complete(Inventory inventory) {
        List<Duration> starts = waiting.remove(inventory.workload());
        if (starts == null) {
            return inventory;
        }
        starts.addAll(inventory.completedStarts());
        return inventory.starting(starts);
    }
}
