// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.Inventory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Does the part of a cycle in which workloads have nothing to do with each other. Who does it, and
 * in which order, changes no result.
 */
public interface Crew {
    /** One after the other; what one of them throws ends the cycle. */
    Crew ALONE =
            new Crew() {
                @Override
                public <T> List<Optional<T>> each(
                        List<Inventory> workloads, Function<Inventory, T> turn) {
                    return workloads.stream().map(turn).map(Optional::of).toList();
                }
            };

    /**
     * Does the turn of each workload, and returns what each came to, in their order. A workload
     * whose turn was not done, or failed, is left as it is in this cycle: its place is empty.
     */
    <T> List<Optional<T>> each(List<Inventory> workloads, Function<Inventory, T> turn);
}
