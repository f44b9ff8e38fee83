// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.tune;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Bill;

/**
 * What a setting came to on what is scored.
 *
 * @param setting with all its knobs
 * @param regret at the violation cost of the comparison
 */
public record Figures(PolicySpec setting, Bill bill, double regret) {
    /** Whether it is the better of two; at equal regret it is not. */
    public boolean isBetterThan(Figures other) {
        return regret < other.regret;
    }
}
