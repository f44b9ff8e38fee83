// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.score.Regret;

/**
 * What is kept of a replay.
 *
 * @param leading how it did on the leading part, which is not scored
 * @param scored how it did on the scored part
 * @param replicaHours of the scored part
 */
record Replayed(Regret leading, Regret scored, double replicaHours, Breakdown breakdown) {}
