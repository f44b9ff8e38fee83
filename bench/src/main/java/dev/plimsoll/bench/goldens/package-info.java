// SPDX-License-Identifier: Apache-2.0

/**
 * Replays golden files, tables of inputs and of what the peers' own programs decided on them,
 * through the peers of {@code sim.baseline}. A kind of file is a record that mirrors one of its
 * lines; what the rules are is not known here.
 */
@NullMarked
package dev.plimsoll.bench.goldens;

import org.jspecify.annotations.NullMarked;
