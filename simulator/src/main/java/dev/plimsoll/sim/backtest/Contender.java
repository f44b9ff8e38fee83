// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import java.util.List;

/** Someone who scales a simulated service: a policy behind the guard, or a peer by itself. */
@FunctionalInterface
interface Contender {
    /**
     * Takes its turn at the present second of the world.
     *
     * @return what it decided, with its reasons; empty for a peer, which gives none
     */
    List<DecisionRecord> decide(SimulatedWorld world);

    /**
     * Has a look between two turns, at a step that is none.
     *
     * @return what it decided; most look at nothing
     */
    default List<DecisionRecord> between(SimulatedWorld world) {
        return List.of();
    }
}
