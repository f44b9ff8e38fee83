// SPDX-License-Identifier: Apache-2.0

/**
 * Demand: traces of what was once asked for, read from files, and the curve of demand per
 * simulation step that they become. Knows nothing of fleets, policies or scores.
 */
@NullMarked
package dev.plimsoll.sim.workload;

import org.jspecify.annotations.NullMarked;
