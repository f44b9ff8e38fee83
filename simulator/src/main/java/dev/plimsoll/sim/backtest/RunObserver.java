// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.score.Timeline;

/** Is shown each run when it has finished, before its steps are forgotten. */
public interface RunObserver {
    /** A run of the policy asked for has finished. Called from several threads, once for each. */
    void finished(BacktestCase run, PolicySpec policy, Timeline timeline);
}
