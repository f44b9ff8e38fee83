// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.cluster.SimulatedWorld;

/** Someone who scales a simulated service: a policy behind the guard, or a peer by itself. */
@FunctionalInterface
interface Contender {
    /** Takes its turn at the present second of the world. */
    void decide(SimulatedWorld world);
}
