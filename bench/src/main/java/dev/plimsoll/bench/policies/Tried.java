// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.backtest.PeerGrid;
import dev.plimsoll.sim.backtest.PolicySpec;

/** A peer's setting and how it did. */
record Tried(PolicySpec setting, Replayed run) {
    /** The peer without its setting. */
    String peer() {
        return setting.name();
    }

    /** Whether the peer is set so where nothing is said. */
    boolean isUsual() {
        return setting.equals(PeerGrid.usual(peer()));
    }

    /** The regret that counts. */
    double regret(int kappa) {
        return run.scored().at(kappa);
    }

    /** What could be known beforehand. */
    double leadingRegret(int kappa) {
        return run.leading().at(kappa);
    }
}
