// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.score.Scores;
import java.util.SortedMap;

/**
 * How one policy did on one trace.
 *
 * @param policy as it was asked for
 * @param used with all its knobs; of a grid the best setting at the settings' violation cost
 * @param tuned whether the knobs were chosen in hindsight
 * @param regrets by kappa; of a grid the least of any setting at that kappa. Empty without a score
 */
public record BacktestRun(
        String trace,
        PolicySpec policy,
        PolicySpec used,
        boolean tuned,
        Scores scores,
        SortedMap<Integer, Double> regrets) {}
