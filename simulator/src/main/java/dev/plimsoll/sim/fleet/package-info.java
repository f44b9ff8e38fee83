// SPDX-License-Identifier: Apache-2.0

/**
 * A fleet that runs by itself and is scaled from outside, in virtual time: what it is asked, what
 * it answers, and what can be measured of it. Who asks, how, and how fast time passes is its
 * host's.
 */
@NullMarked
package dev.plimsoll.sim.fleet;

import org.jspecify.annotations.NullMarked;
