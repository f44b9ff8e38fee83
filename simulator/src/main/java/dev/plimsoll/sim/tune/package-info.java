// SPDX-License-Identifier: Apache-2.0

/**
 * Says what to set a peer to on a trace: every setting of its grid is tried, and the best is told
 * beside what could have been known beforehand.
 */
@NullMarked
package dev.plimsoll.sim.tune;

import org.jspecify.annotations.NullMarked;
