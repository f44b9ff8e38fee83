// SPDX-License-Identifier: Apache-2.0

/**
 * What a workload really went through, and what policies would have made of it: learns what a
 * replica carries from the past, says how well the model reproduces that past, and replays policies
 * on it. Where the past was read is not known here.
 */
@NullMarked
package dev.plimsoll.sim.history;

import org.jspecify.annotations.NullMarked;
