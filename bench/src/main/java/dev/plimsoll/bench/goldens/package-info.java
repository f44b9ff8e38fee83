// SPDX-License-Identifier: Apache-2.0

/**
 * Replays tables of what the peers' own programs decided against our rendering of them. Reading
 * lines and comparing lives here; every rule of a peer lives in the simulator.
 */
@NullMarked
package dev.plimsoll.bench.goldens;

import org.jspecify.annotations.NullMarked;
