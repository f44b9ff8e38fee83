// SPDX-License-Identifier: Apache-2.0

/**
 * A simulated fleet as a process of its own: its clock, its ledger, and what can be asked of it
 * over a Unix domain socket. What it is like is the simulator's; who asks is not known here.
 */
@NullMarked
package dev.plimsoll.server.fleet;

import org.jspecify.annotations.NullMarked;
