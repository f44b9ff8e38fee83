// SPDX-License-Identifier: Apache-2.0

/**
 * What a scenario is: one service, its demand, what happens to it, and who may scale it. Values
 * only; how they are written is for who reads them, and how they are played for the replay.
 */
@NullMarked
package dev.plimsoll.sim.scenario;

import org.jspecify.annotations.NullMarked;
