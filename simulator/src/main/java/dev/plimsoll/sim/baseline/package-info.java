// SPDX-License-Identifier: Apache-2.0

/**
 * What policies are compared with: the peers' algorithms to the letter, and the two ends of every
 * comparison. Nothing here passes our guard.
 */
@NullMarked
package dev.plimsoll.sim.baseline;

import org.jspecify.annotations.NullMarked;
