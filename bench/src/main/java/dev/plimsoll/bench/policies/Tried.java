// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.backtest.PolicySpec;

/** A peer's setting and how it did. */
record Tried(PolicySpec setting, Replayed run) {
    /** The peer without its setting. */
    String peer() {
        return setting.name();
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
