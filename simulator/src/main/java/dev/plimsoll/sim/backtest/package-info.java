// SPDX-License-Identifier: Apache-2.0

/**
 * Replays real demand through policies on the simulator and scores them side by side. Every policy
 * meets the same demand, the same telemetry, the same lead-time draws and the same queues.
 */
@NullMarked
package dev.plimsoll.sim.backtest;

import org.jspecify.annotations.NullMarked;
