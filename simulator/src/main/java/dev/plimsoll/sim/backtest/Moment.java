// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.sim.cluster.ServedStep;
import java.time.Instant;
import java.util.List;

/**
 * One step of a simulation as it happened.
 *
 * @param desired replicas asked for
 * @param billed replicas ordered and not ended
 * @param decisions those of this step; empty between cycles, and for peers
 */
public record Moment(
        Instant at, ServedStep served, int desired, int billed, List<DecisionRecord> decisions) {}
