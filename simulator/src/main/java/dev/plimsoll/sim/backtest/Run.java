// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.score.Scores;
import dev.plimsoll.sim.score.Timeline;

/** One contender's run through one case: as it went, and as it scored. */
public record Run(Timeline timeline, Scores scores) {}
