// SPDX-License-Identifier: Apache-2.0

/**
 * What a run is judged by: the timeline that it left behind, and the scores computed from it. Knows
 * no policy and no simulator.
 */
@NullMarked
package dev.plimsoll.sim.score;

import org.jspecify.annotations.NullMarked;
