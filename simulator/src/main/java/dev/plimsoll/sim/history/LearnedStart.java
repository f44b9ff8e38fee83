// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.backtest.BacktestSettings.StartUp;

/**
 * How long replicas take to start.
 *
 * @param starts that were seen; 0 where it was not learned
 * @param why a sentence without an end
 */
public record LearnedStart(StartUp startUp, Origin origin, int starts, String why) {}
