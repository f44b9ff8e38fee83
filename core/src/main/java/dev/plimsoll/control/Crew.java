// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.Inventory;
import java.util.List;
import java.util.function.Consumer;

/**
 * Does the part of a cycle in which workloads have nothing to do with each other. Who does it, and
 * in which order, changes no result.
 */
@FunctionalInterface
public interface Crew {
    /** One after the other; what one of them throws ends the cycle. */
    Crew ALONE = List::forEach;

    /**
     * Does the turn of each workload and returns when all are done. A workload whose turn was not
     * done, or failed, is left as it is in this cycle.
     */
    void each(List<Inventory> workloads, Consumer<Inventory> turn);
}
