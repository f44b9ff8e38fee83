// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import java.util.List;

/**
 * Where workloads run. It accepts nothing that did not pass the guard. One that cannot be asked
 * throws {@link PlatformException}: that it has no workloads is never said for it. What becomes of
 * an action is always an outcome.
 */
public interface Platform {
    /** The workloads there are, in the order of their ids. */
    List<Inventory> inventory();

    /** What the pool that they share had left when the inventory was read last. */
    Pool pool();

    /**
     * Carries out an action. Refused, with nothing changed, if the workload's version is no longer
     * the approved one. Repeating an applied action changes nothing more.
     */
    Outcome apply(ApprovedAction action);
}
