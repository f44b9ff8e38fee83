// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import java.util.List;
import java.util.function.Consumer;

/** A peer with a period of its own, which is asked at every step. */
record SteppedPeer(Consumer<SimulatedWorld> peer) implements Contender {
    @Override
    public List<DecisionRecord> decide(SimulatedWorld world) {
        peer.accept(world);
        return List.of();
    }

    @Override
    public List<DecisionRecord> between(SimulatedWorld world) {
        return decide(world);
    }
}
