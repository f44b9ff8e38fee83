// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.score.ScoreContext;

/**
 * A part of a case that runs are judged on.
 *
 * @param context whose scored steps are the part
 * @param oracleReplicaHours what perfect foresight pays for it; 0 if no step is scored
 */
public record Stretch(ScoreContext context, double oracleReplicaHours) {}
