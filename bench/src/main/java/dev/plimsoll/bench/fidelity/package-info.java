// SPDX-License-Identifier: Apache-2.0

/**
 * The simulator held against real processes: HAProxy and small servers on loopback, loaded as
 * scheduled beforehand, and the same demand in the simulator. Here is the only place that reads a
 * clock to judge the simulator by; nothing here scales or decides anything.
 */
@NullMarked
package dev.plimsoll.bench.fidelity;

import org.jspecify.annotations.NullMarked;
