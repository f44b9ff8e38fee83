// SPDX-License-Identifier: Apache-2.0

/**
 * What a scenario is: one service, its demand, what happens to it, and who may scale it. Values,
 * and the files of those that are built in; how files are read is for who reads them, and how
 * scenarios are played for the replay.
 */
@NullMarked
package dev.plimsoll.sim.scenario;

import org.jspecify.annotations.NullMarked;
